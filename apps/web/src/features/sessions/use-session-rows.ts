import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { queryKeys } from '../../lib/query-keys.ts'
import { without } from '../../lib/without.ts'
import { sessionsPulseQuery, sessionsQuery } from './sessions.queries.ts'
import type { SessionsSearch } from './sessions.search.ts'
import { settleRows } from './settle-rows.ts'

/**
 * The rows as they were first shown. What the pulse brings is filled into them in place; rows that are new or gone
 * wait until the person asks for them.
 */
export function useSessionRows(search: SessionsSearch) {
  const queryClient = useQueryClient()
  const list = useInfiniteQuery(sessionsQuery(search))
  const first = list.isPlaceholderData ? undefined : list.data?.pages[0]
  const pulse = useQuery({
    ...sessionsPulseQuery(search),
    enabled: first !== undefined,
    initialData: () => first,
    initialDataUpdatedAt: list.dataUpdatedAt,
  })
  const now = first && pulse.dataUpdatedAt > list.dataUpdatedAt ? pulse.data : undefined
  const settled = useMemo(() => settleRows(list.data?.pages ?? [], now), [list.data, now])
  // While older sessions are being read the end of the list moves on.
  const longer = now !== undefined && !list.hasNextPage && now.count.value > settled.rows.length
  const apply = useCallback(
    () => queryClient.invalidateQueries({ queryKey: queryKeys.sessionList(without(search, 'dropped')), exact: true }),
    [queryClient, search],
  )
  return { list, ...settled, changed: settled.lost || longer || settled.news.value > 0, apply, page: now ?? list.data?.pages[0] }
}
