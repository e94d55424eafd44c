import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ImportInput, ShareInput } from '@verdict/contract/shares'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** Mints a share token; the answer is the only place where it is ever shown. */
export function useShare(sessionId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: ShareInput) => api.share(sessionId, input),
    onSettled: () => {
      for (const queryKey of [queryKeys.shares, queryKeys.approvals]) void queries.invalidateQueries({ queryKey })
    },
  })
}

/** Redeems a partner's token; a new session appears in the lists. */
export function useImport() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: ImportInput) => api.importSession(input),
    onSuccess: () =>
      Promise.all([queries.invalidateQueries({ queryKey: queryKeys.sessions }), queries.invalidateQueries({ queryKey: queryKeys.queue })]),
  })
}
