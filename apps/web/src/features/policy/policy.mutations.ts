import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PolicyChange } from '@verdict/contract/policy'
import { api } from '../../lib/api.ts'
import { hasCode } from '../../lib/problem.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** Makes the next version. When somebody came first, what applies now is read, for the page to show. */
export function useChangePolicy() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: PolicyChange) => api.changePolicy(change),
    onSuccess: (made) => {
      queries.setQueryData(queryKeys.policy, made)
      return queries.invalidateQueries({ queryKey: queryKeys.policyVersions })
    },
    onError: (error) => (hasCode(error, 'policy-changed') ? queries.invalidateQueries({ queryKey: queryKeys.policy }) : undefined),
  })
}
