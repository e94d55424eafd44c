import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { DecisionState, Outcome } from '@verdict/contract/decision'
import type { Bulk, BulkInput } from '@verdict/contract/decision-bulk'
import { api } from '../../lib/api.ts'
import { askEvery } from '../../lib/live/live-state.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** Some of the cases as they stand now; read anew for each dialog, as it counts as opening them. */
export const bulkReadQuery = (sessionIds: string[], outcome: Outcome) =>
  queryOptions({
    queryKey: [...queryKeys.bulks, 'read', outcome, sessionIds],
    queryFn: () => api.readBulk({ sessionIds, outcome }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })

const moving = new Set<DecisionState | null>(['held', 'sending', 'uncertain'])

/** What became of each; asked for every second while any is on its way. */
export const bulkQuery = (id: string) =>
  queryOptions({
    queryKey: [...queryKeys.bulks, 'one', id],
    queryFn: () => api.bulk(id),
    staleTime: 1000,
    refetchInterval: ({ state }) => (state.data?.items.some((item) => moving.has(item.state)) ? 1000 : askEvery(20_000)),
  })

/** Reads again what deciding or undoing many has touched. */
function useTouched() {
  const client = useQueryClient()
  return (bulk: Bulk) => {
    if (bulk.id !== null) client.setQueryData(bulkQuery(bulk.id).queryKey, bulk)
    for (const queryKey of [queryKeys.decisions, queryKeys.queue, queryKeys.approvals]) void client.invalidateQueries({ queryKey })
    for (const { sessionId } of bulk.items) void client.invalidateQueries({ queryKey: queryKeys.session(sessionId) })
  }
}

export function useDecideBulk() {
  const touched = useTouched()
  return useMutation({ mutationFn: (input: BulkInput) => api.decideBulk(input), onSuccess: touched })
}

export function useUndoBulk() {
  const touched = useTouched()
  return useMutation({ mutationFn: (id: string) => api.undoBulk(id), onSuccess: touched })
}
