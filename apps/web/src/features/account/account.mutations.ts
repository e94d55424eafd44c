import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** Setting up, renewing and taking away touch the same things: what I have, who I am, and where I am signed in. */
function useFactorChange<Result, Input = void>(change: (input: Input) => Promise<Result>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([queryKeys.myFactor, queryKeys.me, queryKeys.mySignIns].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  })
}

export const useConfirmFactor = () => useFactorChange((code: string) => api.confirmFactor({ code }))
export const useRemoveFactor = () => useFactorChange(() => api.removeFactor())
export const useRenewCodes = () => useFactorChange(() => api.renewRecoveryCodes())

/** A secret for the app; nothing changes before its first code. */
export const useOfferFactor = () => useMutation({ mutationFn: () => api.offerFactor() })

export function useEndSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.endMySignIn(id),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.mySignIns }),
  })
}

export function useEndOtherSignIns() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => api.endMyOtherSignIns(),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.mySignIns }),
  })
}
