import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { QueueRow } from '@verdict/contract/queue'
import { useCallback, useMemo } from 'react'
import { queryKeys } from '../../lib/query-keys.ts'
import { queuePulseQuery, queueQuery } from './queue.queries.ts'
import type { QueueSearch } from './queue.search.ts'

export interface ShownRow extends QueueRow {
  /** It was in the queue when the list was read and is not any more. */
  gone: boolean
}

/**
 * The rows in the order in which they were first shown. What the pulse brings is filled into them in place;
 * rows that are new wait until the person asks for them.
 */
export function useQueueRows(search: QueueSearch) {
  const queryClient = useQueryClient()
  const list = useInfiniteQuery(queueQuery(search))
  const first = list.isPlaceholderData ? undefined : list.data?.pages[0]
  // What the list has just brought need not be asked twice.
  const pulse = useQuery({
    ...queuePulseQuery(search),
    enabled: !list.isPending,
    ...(first && { initialData: first, initialDataUpdatedAt: list.dataUpdatedAt }),
  })

  const shown = useMemo(() => {
    const fresh = new Map(pulse.data?.rows.map((row) => [row.id, row]))
    const whole = pulse.data !== undefined && pulse.data.nextCursor === null
    const seen = new Set<string>()
    const later = pulse.dataUpdatedAt > list.dataUpdatedAt
    const rows: ShownRow[] = []
    for (const row of list.data?.pages.flatMap((page) => page.rows) ?? []) {
      if (seen.has(row.id)) continue
      seen.add(row.id)
      const now = later ? fresh.get(row.id) : undefined
      rows.push({ ...(now ?? row), gone: later && whole && now === undefined })
    }
    const news = later && list.data ? [...fresh.keys()].filter((id) => !seen.has(id)).length : 0
    return { rows, news }
  }, [list.data, list.dataUpdatedAt, pulse.data, pulse.dataUpdatedAt])

  const apply = useCallback(() => queryClient.invalidateQueries({ queryKey: [...queryKeys.queue, 'list'] }), [queryClient])
  const latest = pulse.data && pulse.dataUpdatedAt > list.dataUpdatedAt ? pulse.data : list.data?.pages[0]
  return { list, ...shown, apply, counts: latest?.counts, policy: latest?.policy, asOf: latest?.asOf, complete: latest?.complete ?? true }
}
