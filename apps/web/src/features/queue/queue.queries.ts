import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { askEvery } from '../../lib/live/live-state.ts'
import { queryKeys } from '../../lib/query-keys.ts'
import type { QueueSearch } from './queue.search.ts'

const pageSize = 100

function asked({ view, workflow, country }: QueueSearch) {
  return { view: view ?? 'all', workflow, country }
}

/** What is shown. It is not read again by itself: rows must not jump under the pointer. */
export const queueQuery = (search: QueueSearch) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.queue, 'list', asked(search)],
    queryFn: ({ pageParam }) => api.queue({ ...asked(search), cursor: pageParam, limit: pageSize }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: 5000,
  })

/** The first page as it is now; tells whether something new waits. */
export const queuePulseQuery = (search: QueueSearch) =>
  queryOptions({
    queryKey: [...queryKeys.queuePulse, asked(search)],
    queryFn: () => api.queue({ ...asked(search), limit: pageSize }),
    refetchInterval: (query) => (query.state.data?.filling ? 3000 : askEvery(10_000)),
  })

/** How many wait, for the rail. */
export const queueCountQuery = queryOptions({
  queryKey: queryKeys.queueCount,
  queryFn: () => api.queue({ view: 'all', limit: 1 }),
  refetchInterval: () => askEvery(20_000),
})
