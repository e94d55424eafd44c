import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { askEvery } from '../../lib/live/live-state.ts'
import { queryKeys } from '../../lib/query-keys.ts'
import { without } from '../../lib/without.ts'
import type { SessionsSearch } from './sessions.search.ts'

const pageSize = 50

/** What is shown. It is not read again by itself while it is on the screen: rows must not jump under the pointer. */
export function sessionsQuery(shown: SessionsSearch) {
  const search = without(shown, 'dropped')
  return infiniteQueryOptions({
    queryKey: queryKeys.sessionList(search),
    queryFn: ({ pageParam }) => api.sessions({ ...search, cursor: pageParam, limit: pageSize }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** The first page as it is now; tells whether something new is there. */
export function sessionsPulseQuery(shown: SessionsSearch) {
  const search = without(shown, 'dropped')
  return queryOptions({
    queryKey: [...queryKeys.sessionPulse, search],
    queryFn: () => api.sessions({ ...search, limit: pageSize }),
    refetchInterval: (query) => (query.state.data?.complete === false ? 5000 : askEvery(20_000)),
  })
}

/** How many sessions have each value under the other filters that are counted. */
export function facetsQuery({ status, kind, country, workflow }: SessionsSearch) {
  const asked = { status, kind, country, workflow }
  return queryOptions({
    queryKey: queryKeys.facets(asked),
    queryFn: () => api.facets(asked),
    placeholderData: keepPreviousData,
    staleTime: 5000,
  })
}
