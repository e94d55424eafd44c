import { useInfiniteQuery } from '@tanstack/react-query'
import type { CaseQueue } from '../features/case/case-page.types.ts'
import { queueQuery } from '../features/queue/queue.queries.ts'
import { count } from '../lib/format.ts'
import { useMay, useMe } from '../lib/me.ts'

/** Where this case stands in the queue; null for people who have none. */
export function useCaseQueue(sessionId: string): CaseQueue | null {
  const may = useMay()
  const me = useMe()
  const { data } = useInfiniteQuery({ ...queueQuery({}), enabled: may('queue.read') })
  if (!may('queue.read')) return null
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const at = rows.findIndex((row) => row.id === sessionId)
  const free = (row: (typeof rows)[number]) =>
    row.pending === null &&
    row.id !== sessionId &&
    (row.lease === null || row.lease.holder.id === me.id) &&
    (row.assignee === null || row.assignee.id === me.id)
  const after = [...rows.slice(at + 1).filter(free), ...rows.slice(0, Math.max(at, 0)).filter(free)]
  const total = data?.pages[0]?.counts.all
  const row = rows[at]
  const level = row?.why.find((why) => why.code === 'near-level' || why.code === 'over-level')
  return {
    position: at < 0 ? null : at + 1,
    total: total ? `${count(total.value)}${total.exact ? '' : '+'}` : '…',
    nextId: after[0]?.id ?? null,
    aheadIds: after.slice(0, 2).map(({ id }) => id),
    previousId: rows[at - 1]?.id ?? null,
    waitingSince: row?.waitingSince ?? null,
    level: level ? { text: level.text, over: level.code === 'over-level' } : null,
  }
}
