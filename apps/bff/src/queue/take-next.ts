import type { NextCase, NextInput } from '@verdict/contract/queue'
import { sql } from 'kysely'
import { openStages } from '../decisions/decision-machine.ts'
import { adaptLease, type LeaseBook } from '../leases/lease-book.ts'
import { holderChanged } from '../leases/work-on-session.ts'
import type { Person } from '../lib/person.ts'
import type { Publish } from '../live/live-feed.ts'
import { filterOf } from '../session-index/list-sessions.ts'
import type { Waiting } from '../session-index/index-counts.ts'
import type { SessionIndex } from '../session-index/make-session-index.ts'
import type { Store } from '../store/open-store.ts'
import { allWaiting, countWaiting, findWaiting, waits, type WaitingAsked } from './find-waiting.ts'
import type { QueueRanking } from './ranking.ts'

interface Deps {
  store: Store
  clock: () => number
  index: Pick<SessionIndex, 'readiness'>
  ranking: Pick<QueueRanking, 'current'>
  leases: Pick<LeaseBook, 'take' | 'arrive'>
  publish: Publish
}

const nobodyIsOn = (now: number) => sql<boolean>`not exists (select 1 from leases l where l.session_id = s.id and l.until > ${now})`
const nobodyDecides = sql<boolean>`not exists (select 1 from decisions d where d.session_id = s.id and d.stage in (${sql.join(openStages)}))`
/** Whoever asked for a decision that a second person did not let pass leaves the case to others. */
const notMadeBy = (personId: string) =>
  sql<boolean>`not exists (select 1 from approvals p where p.session_id = s.id and p.made_by_id = ${personId} and p.stage = 'rejected')`
const notAssignedToOthers = (personId: string) =>
  sql<boolean>`not exists (select 1 from assignments o where o.session_id = s.id and o.person_id <> ${personId})`

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** Why there is none, in words that add up. */
function whyEmpty(counts: Omit<NonNullable<NextCase['empty']>, 'why'>): string {
  if (counts.waiting === 0)
    return counts.snoozed === 0
      ? 'Nothing waits.'
      : `Nothing waits but ${plural(counts.snoozed, 'case that is', 'cases that are')} put off.`
  const parts = [
    counts.leased > 0 ? `${counts.leased} with colleagues` : null,
    counts.deciding > 0 ? `${counts.deciding} with a decision under way` : null,
    counts.assignedToOthers > 0 ? `${counts.assignedToOthers} assigned to others` : null,
    counts.passedOver > 0 ? `${counts.passedOver} that you passed over` : null,
  ].filter((part) => part !== null)
  const waiting = plural(counts.waiting, 'case waits', 'cases wait')
  return parts.length === 0 ? `${waiting}, but none is for you.` : `${waiting}, none is free: ${parts.join(', ')}.`
}

/**
 * Leases the next case of the queue to `by`. Writing transactions run one after the other, so that of any number of
 * reviewers and processes no two get the same; one's own leases count too, for a second tab.
 */
export function makeTakeNext(deps: Deps & { leaseMs: () => Promise<number> }) {
  const { store, clock, index, ranking, leases, publish, leaseMs } = deps

  const freeFor = (by: Person, asked: WaitingAsked, skip: readonly string[]): WaitingAsked => ({
    ...asked,
    where: [
      nobodyIsOn(asked.now),
      nobodyDecides,
      notAssignedToOthers(by.id),
      notMadeBy(by.id),
      ...(skip.length > 0 ? [sql<boolean>`s.id not in (${sql.join(skip)})`] : []),
    ],
  })

  const explain = async (
    by: Person,
    asked: WaitingAsked & { waiting: Waiting },
    skip: readonly string[],
  ): Promise<NonNullable<NextCase['empty']>> => {
    const counts = await countWaiting(store, asked)
    const n = async (where: ReturnType<typeof sql<boolean>>) => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${allWaiting(store)} where ${waits} and ${where}`.execute(store)
      return rows[0]?.n ?? 0
    }
    const numbers = {
      waiting: counts[asked.view],
      leased: await n(sql<boolean>`not ${nobodyIsOn(asked.now)}`),
      deciding: await n(sql<boolean>`not ${nobodyDecides}`),
      assignedToOthers: await n(sql<boolean>`not ${notAssignedToOthers(by.id)}`),
      snoozed: counts.snoozed,
      passedOver:
        skip.length === 0 ? 0 : await n(sql<boolean>`s.id in (${sql.join(skip)}) and ${nobodyIsOn(asked.now)} and ${nobodyDecides}`),
    }
    return { ...numbers, why: whyEmpty(numbers) }
  }

  return async (by: Person, { view, workflow, country, tab, skip }: NextInput): Promise<NextCase> => {
    const { counts } = await index.readiness.ready()
    await ranking.current()
    const ms = await leaseMs()
    const { countries, workflows } = filterOf({ kind: 'all', workflow, country })
    // A second look is given under Approvals, and its case has a decision under way.
    const asked: WaitingAsked = { personId: by.id, looks: false, now: clock(), filter: { countries, workflows }, view }
    const taken = await store.transaction().execute(async (trx) => {
      const [first] = await findWaiting(trx, { ...freeFor(by, asked, skip), after: undefined, limit: 1 })
      if (!first) return undefined
      const lease = await leases.take(trx, by, first.row.id, { ms, fresh: true })
      if (!lease) return undefined
      if (tab !== undefined) await leases.arrive(trx, by, first.row.id, tab)
      await publish(holderChanged(first.row.id), trx)
      return { row: first.row, lease }
    })
    if (!taken) return { session: null, lease: null, empty: await explain(by, { ...asked, waiting: counts.waiting(asked.filter) }, skip) }
    const { id, name, number } = taken.row
    return { session: { id, name, number }, lease: adaptLease(taken.lease), empty: null }
  }
}
export type TakeNext = ReturnType<typeof makeTakeNext>
