import type { QueueView } from '@verdict/contract/queue'
import { sql, type RawBuilder } from 'kysely'
import type { Store } from '../store/open-store.ts'
import { restOf, type IndexFilter } from './find-rows.ts'
import type { IndexTable } from './session-index.tables.ts'

export type WaitingFilter = Pick<IndexFilter, 'countries' | 'workflows'>

/** Written out, so that the database sees that its index of what waits fits. */
const waits = sql<boolean>`s.status = 'In Review'`
const inView: Readonly<Record<QueueView, RawBuilder<boolean>>> = {
  all: sql<boolean>`1 = 1`,
  watchList: sql<boolean>`s.aml_hits > 0`,
  returned: sql<boolean>`s.resubmissions > 0`,
  companies: sql<boolean>`s.kind = 'business'`,
}

interface Asked {
  filter: WaitingFilter
  view: QueueView
  /** Position of the row before the first. */
  after: number | undefined
  limit: number
}

/** What is in review, oldest first. */
export async function findWaiting(store: Store, { filter, view, after, limit }: Asked): Promise<IndexTable[]> {
  const bounds = after === undefined ? [] : [sql<boolean>`s.position > ${after}`]
  const where = sql.join([waits, inView[view], ...restOf(filter, null), ...bounds], sql` and `)
  const { rows } = await sql<IndexTable>`select s.* from session_index s where ${where} order by s.position limit ${limit}`.execute(store)
  return rows
}

/** How many are in each view, and whether details of some are still to be read. */
export async function countWaiting(store: Store, filter: WaitingFilter): Promise<Record<QueueView, number> & { unread: boolean }> {
  const where = sql.join([waits, ...restOf(filter, null)], sql` and `)
  const { rows } = await sql<{ total: number; watched: number | null; returned: number | null; companies: number | null }>`
    select count(*) as total, sum(case when s.aml_hits > 0 then 1 else 0 end) as watched,
      sum(case when s.resubmissions > 0 then 1 else 0 end) as returned,
      sum(case when s.kind = 'business' then 1 else 0 end) as companies from session_index s where ${where}`.execute(store)
  const unread = await store.selectFrom('session_index').select('id').where('wants', '=', 2).limit(1).executeTakeFirst()
  const [row] = rows
  return {
    all: row?.total ?? 0,
    watchList: row?.watched ?? 0,
    returned: row?.returned ?? 0,
    companies: row?.companies ?? 0,
    unread: unread !== undefined,
  }
}
