import type { QueuePolicy } from '@verdict/contract/policy/queue'
import type { QueuePage, QueueQuery, QueueRow, QueueView } from '@verdict/contract/queue'
import { z } from 'zod'
import { adaptLease, type LeaseBook } from '../leases/lease-book.ts'
import type { Person } from '../lib/person.ts'
import { iso } from '../lib/time.ts'
import { adaptIndexRow } from '../session-index/index-row.ts'
import { filterOf } from '../session-index/list-sessions.ts'
import type { SessionIndex } from '../session-index/make-session-index.ts'
import { parseCursor, writeCursor } from '../sessions/session-cursor.ts'
import type { Store } from '../store/open-store.ts'
import { countWaiting, findWaiting, groups, type Place } from './find-waiting.ts'
import type { QueueMarksRoom } from './marks.ts'
import { rankFacts, type QueueRanking } from './ranking.ts'
import { findSecondLooks, looksToo } from './second-looks.ts'
import { whyHere } from './why-here.ts'

/** Decisions of ours that are under way, by session; from the decisions room. */
export type PendingBySession = (sessionIds: readonly string[]) => Promise<Map<string, NonNullable<QueueRow['pending']>>>

const Cursor = z.object({ v: z.literal(3), group: z.enum(groups), at: z.int(), id: z.string() })

/** `GET /api/queue`: what waits for a person, by when it is due, each row saying why it is here. From the index alone. */
export function makeListQueue(deps: {
  store: Store
  index: Pick<SessionIndex, 'readiness' | 'fillQueue' | 'isPaused'>
  ranking: Pick<QueueRanking, 'current'>
  marks: Pick<QueueMarksRoom, 'snoozesOf' | 'assigneesOf'>
  leases: Pick<LeaseBook, 'all'>
  pendingBySession: PendingBySession
  clock: () => number
}) {
  const { store, index, ranking, marks, leases, pendingBySession, clock } = deps

  interface Asked {
    person: Person
    view: QueueView
    policy: QueuePolicy
    now: number
  }
  const rowsOf = async (page: Awaited<ReturnType<typeof findWaiting>>, { person, view, policy, now }: Asked) => {
    const ids = page.map(({ row }) => row.id)
    const looks = page.flatMap(({ row, place }) => (place.group === 'look' ? [row.id] : []))
    // What is free is nobody's, and what is put off stands in a view of its own.
    const given = page.filter(({ place }) => place.group !== 'free').map(({ row }) => row.id)
    const [pending, snoozes, assignees, held, asked] = await Promise.all([
      pendingBySession(ids),
      marks.snoozesOf(view === 'snoozed' ? ids : []),
      marks.assigneesOf(given),
      leases.all(),
      findSecondLooks(store, person.id, looks),
    ])
    const leaseOf = new Map(held.map((row) => [row.session_id, adaptLease(row)]))
    return page.map(({ row: known }): QueueRow => {
      const row = adaptIndexRow(known, index.readiness.labelOf)
      const facts = rankFacts(known)
      const assignee = assignees.get(known.id) ?? null
      const look = asked.get(known.id) ?? null
      const assigned = assignee && { mine: assignee.id === person.id, name: assignee.name }
      return {
        ...row,
        waitingSince: iso(facts.enteredAt),
        dueAt: iso(known.rank_at),
        why: whyHere({ row, facts, policy, now, assigned, look }),
        secondLook: look && { approvalId: look.approvalId },
        pending: pending.get(row.id) ?? null,
        lease: leaseOf.get(row.id) ?? null,
        assignee,
        snooze: snoozes.get(row.id) ?? null,
      }
    })
  }

  return async (person: Person, { view, workflow, country, cursor, limit }: QueueQuery): Promise<QueuePage> => {
    const after: Place | undefined = cursor === undefined ? undefined : parseCursor(cursor, Cursor)
    const { counts: known } = await index.readiness.ready()
    const { version, policy } = await ranking.current()
    const { countries, workflows } = filterOf({ kind: 'all', workflow, country })
    const asked = { personId: person.id, looks: looksToo(person), now: clock(), filter: { countries, workflows } }
    const [found, { unread, ...counts }] = await Promise.all([
      findWaiting(store, { ...asked, view, after, limit: limit + 1 }),
      countWaiting(store, { ...asked, waiting: known.waiting(asked.filter) }),
    ])
    const complete = await index.readiness.isComplete({ statuses: ['In Review'] })
    if (unread) index.fillQueue()
    const page = found.slice(0, limit)
    const last = page.at(-1)
    const certain = complete && !unread
    return {
      rows: await rowsOf(page, { person, view, policy, now: asked.now }),
      counts: {
        all: { value: counts.all, exact: complete },
        companies: { value: counts.companies, exact: complete },
        watchList: { value: counts.watchList, exact: certain },
        returned: { value: counts.returned, exact: certain },
        mine: { value: counts.mine, exact: true },
        snoozed: { value: counts.snoozed, exact: true },
      },
      policy: version,
      nextCursor: found.length > page.length && last ? writeCursor({ v: 3, ...last.place }) : null,
      asOf: iso(Math.max(index.readiness.comparedAt(), index.readiness.reviewComparedAt())),
      complete,
      filling: page.some(({ row }) => row.wants > 0) && !index.isPaused(),
    }
  }
}
export type ListQueue = ReturnType<typeof makeListQueue>
