import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'
import type { WebhooksSearch } from './webhooks.search.ts'

/** What came, newest first; new ones join by themselves. */
export const deliveriesQuery = ({ state, session }: WebhooksSearch) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.webhooks, 'deliveries', state ?? 'all', session ?? ''],
    queryFn: ({ pageParam }) => api.deliveries({ state, session, cursor: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: 5_000,
  })

/** Where Didit sends. Asks Didit, so not too often. */
export const destinationsQuery = queryOptions({
  queryKey: [...queryKeys.webhooks, 'destinations'],
  queryFn: api.webhookDestinations,
  staleTime: 30_000,
})

export const gapsQuery = queryOptions({ queryKey: [...queryKeys.webhooks, 'gaps'], queryFn: api.webhookGaps, staleTime: 10_000 })

/** One a second. */
export const ARRIVAL_TRIES = 20

/** Watches for one delivery until it came after `askedAt`, or patience ends. */
export const arrivalQuery = (eventId: string, askedAt: string) =>
  queryOptions({
    queryKey: [...queryKeys.webhooks, 'arrival', eventId, askedAt],
    queryFn: () => api.delivery(eventId),
    retry: false,
    refetchInterval: ({ state }) => {
      const here = state.data !== undefined && state.data.lastReceivedAt >= askedAt
      return here || state.dataUpdateCount + state.errorUpdateCount > ARRIVAL_TRIES ? false : 1000
    },
  })
