import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

export function useAcknowledge() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, note }: { id: string; note: string }) => api.acknowledgeAlarm(id, { note }),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.alarms }),
  })
}

export function useCompareNow() {
  const queries = useQueryClient()
  return useMutation({ mutationFn: () => api.compareTrails(), onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.alarms }) })
}
