import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** The best few sessions for what is being typed. */
export const paletteSearchQuery = (q: string) =>
  queryOptions({
    queryKey: [...queryKeys.sessionList({ q }), 'palette'],
    queryFn: ({ signal }) => api.sessions({ q, limit: 8 }, signal),
    enabled: q.length >= 2,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
