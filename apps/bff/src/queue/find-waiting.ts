import type { QueueView } from '@verdict/contract/queue'
import { sql, type RawBuilder } from 'kysely'
import { restOf, type IndexFilter } from '../session-index/find-rows.ts'
import type { IndexTable } from '../session-index/session-index.tables.ts'
import type { Store } from '../store/open-store.ts'
import { waitsForLook } from './second-looks.ts'

export type WaitingFilter = Pick<IndexFilter, 'countries' | 'workflows'>

/** Written out, so that the database sees that its index of what waits fits. */
const waits = sql<boolean>`s.status = 'In Review'`
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

const sources: Readonly<Record<Group, (personId: string) => { from: RawBuilder<unknown>; where: RawBuilder<boolean> }>> = {
  look: (personId) => ({ from: sql`session_index s`, where: waitsForLook(personId) }),
  mine: (personId) => ({
    from: sql`assignments a join session_index s on s.id = a.session_id`,
    where: sql<boolean>`a.person_id = ${personId}`,
  }),
  free: () => ({ from: sql`session_index s`, where: sql<boolean>`not exists (select 1 from assignments a where a.session_id = s.id)` }),
  others: (personId) => ({
    from: sql`assignments a join session_index s on s.id = a.session_id`,
    where: sql<boolean>`a.person_id <> ${personId}`,
  }),
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
  waits,
  inView[view],
  view === 'snoozed' ? putOff(now) : sql<boolean>`not ${putOff(now)}`,
  ...restOf(filter, null),
  ...where,
]

const isAsked = (group: Group, { view, looks }: WaitingAsked): boolean => (group === 'look' ? looks : view !== 'mine' || group === 'mine')

/** What waits, in the order of the queue. Works inside a transaction too. */
export async function findWaiting(
  db: Pick<Store, 'getExecutor'>,
  asked: WaitingAsked & { after: Place | undefined; limit: number },
): Promise<{ row: IndexTable; place: Place }[]> {
  const found: { row: IndexTable; place: Place }[] = []
  for (const group of groups) {
    const past = asked.after !== undefined && groups.indexOf(group) < groups.indexOf(asked.after.group)
    if (past || !isAsked(group, asked) || found.length >= asked.limit) continue
    const { from, where } = sources[group](asked.personId)
    const bounds = asked.after?.group === group ? [after(asked.after)] : []
    const once = asked.looks && group !== 'look' ? [sql<boolean>`not ${waitsForLook(asked.personId)}`] : []
    const all = sql.join([where, ...once, ...conditions(asked), ...bounds], sql` and `)
    const { rows } = await sql<IndexTable>`select s.* from ${from} where ${all}
      order by s.rank_at, s.id limit ${asked.limit - found.length}`.execute(db)
    found.push(...rows.map((row) => ({ row, place: { group, at: row.rank_at, id: row.id } })))
  }
  return found
}

type Counted = Record<'all' | 'watchList' | 'returned' | 'companies', number>

const sums = sql`count(*) as total, sum(case when s.aml_hits > 0 then 1 else 0 end) as watched,
  sum(case when s.resubmissions > 0 then 1 else 0 end) as returned, sum(case when s.kind = 'business' then 1 else 0 end) as companies`

async function countOf(store: Store, from: RawBuilder<unknown>, where: readonly RawBuilder<boolean>[]): Promise<Counted> {
  const { rows } = await sql<{ total: number; watched: number | null; returned: number | null; companies: number | null }>`
    select ${sums} from ${from} where ${sql.join([waits, ...where], sql` and `)}`.execute(store)
  const [row] = rows
  return { all: row?.total ?? 0, watchList: row?.watched ?? 0, returned: row?.returned ?? 0, companies: row?.companies ?? 0 }
}

/** How many are in each view, and whether details of some are still to be read. */
export async function countWaiting(
  store: Store,
  { personId, looks, now, filter }: Pick<WaitingAsked, 'personId' | 'looks' | 'now' | 'filter'>,
): Promise<Record<QueueView, number> & { unread: boolean }> {
  const rest = restOf(filter, null)
  const all = await countOf(store, sql`session_index s`, rest)
  // What is put off or assigned is little beside all that waits: it is counted by itself and taken off.
  const off = await countOf(store, sql`snoozes z join session_index s on s.id = z.session_id`, [isPutOff(now), ...rest])
  const { from, where } = sources.mine(personId)
  const shown = [sql<boolean>`not ${putOff(now)}`, ...rest]
  const mine = await countOf(store, from, [where, ...(looks ? [sql<boolean>`not ${waitsForLook(personId)}`] : []), ...shown])
  const look = looks ? await countOf(store, sql`session_index s`, [waitsForLook(personId), ...shown]) : { all: 0 }
  const unread = await store.selectFrom('session_index').select('id').where('wants', '=', 2).limit(1).executeTakeFirst()
  return {
    all: all.all - off.all,
    watchList: all.watchList - off.watchList,
    returned: all.returned - off.returned,
    companies: all.companies - off.companies,
    mine: mine.all + look.all,
    snoozed: off.all,
    unread: unread !== undefined,
  }
}
