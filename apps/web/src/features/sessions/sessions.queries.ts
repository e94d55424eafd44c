import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'
import { without } from '../../lib/without.ts'
import type { SessionsSearch } from './sessions.search.ts'

export function sessionsQuery(shown: SessionsSearch) {
  const search = without(shown, 'dropped')
  return infiniteQueryOptions({
    queryKey: queryKeys.sessionList(search),
    queryFn: ({ pageParam }) => api.sessions({ ...search, cursor: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })
}
