import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { BlocklistAdd, BlocklistRemove } from '@verdict/contract/blocklist'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

function useTouched() {
  const queries = useQueryClient()
  return async (sessionId: string): Promise<void> => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: queryKeys.blocklist }),
      queries.invalidateQueries({ queryKey: queryKeys.approvals }),
      queries.invalidateQueries({ queryKey: queryKeys.session(sessionId) }),
    ])
  }
}

/** Blocks values of a session; the list and the case are read again. */
export function useBlock() {
  const touched = useTouched()
  return useMutation({ mutationFn: (input: BlocklistAdd) => api.block(input), onSuccess: ({ sessionId }) => touched(sessionId) })
}

/** Takes values of a session off the blocklist, or asks a second person to agree to it. */
export function useUnblock() {
  const touched = useTouched()
  return useMutation({
    mutationFn: (input: BlocklistRemove) => api.unblock(input),
    onSuccess: (_done, { sessionId }) => touched(sessionId),
  })
}
