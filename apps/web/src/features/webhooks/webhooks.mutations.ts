import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** Everything that an admin can do here; each refreshes what stands on the page. */
function useChange<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn, onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.webhooks }) })
}

export const useRepair = () => useChange(() => api.repairDestination())
export const useTakeSecret = () => useChange(() => api.takeWebhookSecret())
export const useTestDelivery = () => useChange(() => api.testWebhook())
export const useReplay = () => useChange((eventId: string) => api.replayDelivery(eventId))
export const useResend = () => useChange((deliveryId: string) => api.resendDelivery(deliveryId))
