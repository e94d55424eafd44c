import type { QueueView } from '@verdict/contract/queue'
import { sql, type QueryExecutorProvider, type RawBuilder } from 'kysely'
import { listed } from '../session-index/find-rows.ts'
import type { IndexFilter } from '../session-index/index-filter.ts'
import type { Waiting } from '../session-index/index-counts.ts'
import { always, never, restOf } from '../session-index/plan-rows.ts'
import type { ListedRow } from '../session-index/session-index.tables.ts'
import { byIndex } from '../store/by-index.ts'
import type { Store } from '../store/open-store.ts'
import { waitsForLook } from './second-looks.ts'

export type WaitingFilter = Pick<IndexFilter, 'countries' | 'workflows'>

/** Written out, so that the database sees that its index of what waits fits. */
export const waits = sql<boolean>`s.status = 'In Review'`
/** Wrapped, where rows are found by something else: the database must not begin with all that wait. */
const waitsToo = sql<boolean>`(s.status || '') = 'In Review'`

/** All that wait, in the order of the queue; goes with `waits`. */
export const allWaiting = (db: QueryExecutorProvider) => sql`session_index s ${byIndex(db, 'session_index_waiting')}`
const inView: Readonly<Record<QueueView, RawBuilder<boolean>>> = {
  all: sql<boolean>`1 = 1`,
  watchList: sql<boolean>`s.aml_hits > 0`,
  returned: sql<boolean>`s.resubmissions > 0`,
  companies: sql<boolean>`s.kind = 'business'`,
  mine: sql<boolean>`1 = 1`,
  snoozed: sql<boolean>`1 = 1`,
}

/** Put off, and neither is its time over nor has its event happened. `z` is the snooze of `s`. */
export const isPutOff = (now: number): RawBuilder<boolean> => sql<boolean>`(z.until > ${now} and (z.event is null
  or (z.event = 'documents' and coalesce(s.evidence_hash, '') = coalesce(z.evidence_hash, ''))
  or (z.event = 'status' and coalesce(s.review_at, 0) <= z.at)
  or (z.event = 'note' and not exists (select 1 from notes n where n.session_id = s.id and n.at > z.at))))`
const putOff = (now: number) => sql<boolean>`exists (select 1 from snoozes z where z.session_id = s.id and ${isPutOff(now)})`

/** What only the reader and few others can do comes first, then what is assigned to them, last what is assigned to others. */
export const groups = ['look', 'mine', 'free', 'others'] as const
export type Group = (typeof groups)[number]

interface Source {
  from: RawBuilder<unknown>
  where: RawBuilder<boolean>
}
/** Rows of the index beside others, of which there are few. Changed like this, an id leads to the row and never back. */
const rowsOf = (few: string, alias: string) =>
  sql`${sql.table(few)} ${sql.ref(alias)} join session_index s on s.id = (${sql.ref(alias)}.session_id || '')`
const assigned = rowsOf('assignments', 'a')
const isFree = sql<boolean>`not exists (select 1 from assignments a where a.session_id = s.id)`

/** What is put off or assigned is little beside all that waits: it is found by that, and all the rest in its order. */
function sourceOf(db: QueryExecutorProvider, group: Group, { personId, view }: Pick<WaitingAsked, 'personId' | 'view'>): Source {
  if (group === 'look') return { from: sql`session_index s`, where: sql<boolean>`${waitsForLook(personId)} and ${waitsToo}` }
  if (group === 'mine') return { from: assigned, where: sql<boolean>`a.person_id = ${personId} and ${waitsToo}` }
  if (group === 'others') return { from: assigned, where: sql<boolean>`a.person_id <> ${personId} and ${waitsToo}` }
  if (view === 'snoozed') return { from: rowsOf('snoozes', 'y'), where: sql<boolean>`${isFree} and ${waitsToo}` }
  return { from: allWaiting(db), where: sql<boolean>`${isFree} and ${waits}` }
}

/** The place of a row: its group, when it is due, and its id among those due at the same time. */
export interface Place {
  group: Group
  at: number
  id: string
}

export interface WaitingAsked {
  personId: string
  /** True: what waits for a second look of this person comes first, and not again further down. */
  looks: boolean
  now: number
  filter: WaitingFilter
  view: QueueView
  /** More that must hold of `s`. */
  where?: readonly RawBuilder<boolean>[]
}

const after = ({ at, id }: Place) => sql<boolean>`s.rank_at >= ${at} and (s.rank_at > ${at} or s.id > ${id})`

const conditions = ({ view, now, filter, where = [] }: WaitingAsked): RawBuilder<boolean>[] => [
  inView[view],
  view === 'snoozed' ? putOff(now) : sql<boolean>`not ${putOff(now)}`,
  ...restOf(filter, null),
  ...where,
]

const isAsked = (group: Group, { view, looks }: WaitingAsked): boolean => (group === 'look' ? looks : view !== 'mine' || group === 'mine')

/** What waits, in the order of the queue. Works inside a transaction too. */
export async function findWaiting(
  db: QueryExecutorProvider,
  asked: WaitingAsked & { after: Place | undefined; limit: number },
): Promise<{ row: ListedRow; place: Place }[]> {
  const found: { row: ListedRow; place: Place }[] = []
  for (const group of groups) {
    const past = asked.after !== undefined && groups.indexOf(group) < groups.indexOf(asked.after.group)
    if (past || !isAsked(group, asked) || found.length >= asked.limit) continue
    const { from, where } = sourceOf(db, group, asked)
    const bounds = asked.after?.group === group ? [after(asked.after)] : []
    const once = asked.looks && group !== 'look' ? [sql<boolean>`not ${waitsForLook(asked.personId)}`] : []
    const all = sql.join([where, ...once, ...conditions(asked), ...bounds], sql` and `)
    const { rows } = await sql<ListedRow>`select ${listed} from ${from} where ${all}
      order by s.rank_at, s.id limit ${asked.limit - found.length}`.execute(db)
    found.push(...rows.map((row) => ({ row, place: { group, at: row.rank_at, id: row.id } })))
  }
  return found
}

interface Marked {
  total: number
  companies: number | null
  watched: number | null
  returned: number | null
  mine: number
  looked: number
  unread: number | null
}

/** How many are in each view, and whether details of some are still to be read. `waiting`: all that wait, by the counters. */
export async function countWaiting(
  store: Store,
  { personId, looks, now, filter, waiting }: Pick<WaitingAsked, 'personId' | 'looks' | 'now' | 'filter'> & { waiting: Waiting },
): Promise<Record<QueueView, number> & { unread: boolean }> {
  const rest = sql.join([waitsToo, ...restOf(filter, null)], sql` and `)
  const look = waitsForLook(personId)
  const mine = sql`select count(*) from ${assigned} where a.person_id = ${personId} and not ${putOff(now)}
    and ${looks ? sql<boolean>`not ${look}` : always} and ${rest}`
  const looked = sql`select count(*) from session_index s where ${looks ? look : never} and not ${putOff(now)} and ${rest}`
  const { rows } = await sql<Marked>`select count(*) as total, sum(case when s.kind = 'business' then 1 else 0 end) as companies,
      sum(case when s.aml_hits > 0 then 1 else 0 end) as watched, sum(case when s.resubmissions > 0 then 1 else 0 end) as returned,
      (${mine}) as mine, (${looked}) as looked, (select 1 from session_index u where u.wants > 0 and u.wants = 2 limit 1) as unread
    from ${rowsOf('snoozes', 'z')} where ${isPutOff(now)} and ${rest}`.execute(store)
  const off = rows[0]
  return {
    all: waiting.all - (off?.total ?? 0),
    companies: waiting.companies - (off?.companies ?? 0),
    watchList: waiting.watchList - (off?.watched ?? 0),
    returned: waiting.returned - (off?.returned ?? 0),
    mine: (off?.mine ?? 0) + (off?.looked ?? 0),
    snoozed: off?.total ?? 0,
    unread: (off?.unread ?? null) !== null,
  }
}
