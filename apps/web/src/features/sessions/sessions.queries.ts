import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'
import type { SessionsSearch } from './sessions.search.ts'

export const sessionsQuery = ({ dropped: _, ...search }: SessionsSearch) =>
  infiniteQueryOptions({
    queryKey: queryKeys.sessionList(search),
    queryFn: ({ pageParam, signal }) => api.sessions({ ...search, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })
