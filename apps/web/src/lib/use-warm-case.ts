import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'
import { sessionQuery } from './shared.queries.ts'

/** How long somebody rests on a row before its case is read ahead; milliseconds. Spares the read budget. */
const restsFor = 140
/** A case that was read so long ago is read ahead again; milliseconds. A younger one is asked anew when it opens. */
const keepsFor = 5 * 60_000
/** How many cases stay in memory: those that were open, and those that were read ahead. */
const most = 24

const recent = new Set<string>()

/** Marks a case as lately used. The oldest beyond the last twenty-odd are let go, unless they are open. */
export function keepWarm(queryClient: QueryClient, id: string): void {
  recent.delete(id)
  recent.add(id)
  for (const oldest of recent) {
    if (recent.size <= most) return
    recent.delete(oldest)
    queryClient.removeQueries({ queryKey: queryKeys.session(oldest), type: 'inactive' })
  }
}

/**
 * Reads a case ahead, so that opening it paints at once. What was read ahead counts as stale: opening the case
 * asks again behind the painted page, and only that records that somebody looked.
 */
export async function warmCase(queryClient: QueryClient, id: string): Promise<void> {
  keepWarm(queryClient, id)
  const query = sessionQuery(id)
  const state = queryClient.getQueryState(query.queryKey)
  if (state?.fetchStatus === 'fetching' || Date.now() - (state?.dataUpdatedAt ?? 0) < keepsFor) return
  await queryClient.prefetchQuery({ ...query, queryFn: () => api.sessionAhead(id) })
  await queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true, refetchType: 'active' })
}

/** Reads a case ahead when somebody rests on its row. */
export function useWarmCase(): (id: string) => void {
  const queryClient = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(
    () => () => {
      clearTimeout(timer.current)
    },
    [],
  )
  return useCallback(
    (id) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        void warmCase(queryClient, id)
      }, restsFor)
    },
    [queryClient],
  )
}
