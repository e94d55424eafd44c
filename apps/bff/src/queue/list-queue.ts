import type { QueuePage, QueueQuery, QueueRow } from '@verdict/contract/queue'
import { z } from 'zod'
import { iso } from '../lib/time.ts'
import { countWaiting, findWaiting } from '../session-index/find-waiting.ts'
import { adaptIndexRow } from '../session-index/index-row.ts'
import { filterOf } from '../session-index/list-sessions.ts'
import type { SessionIndex } from '../session-index/make-session-index.ts'
import type { IndexTable } from '../session-index/session-index.tables.ts'
import { parseCursor, writeCursor } from '../sessions/session-cursor.ts'
import type { Store } from '../store/open-store.ts'
import { whyHere } from './why-here.ts'

/** Decisions of ours that are under way, by session; from the decisions room. */
export type PendingBySession = (sessionIds: readonly string[]) => Promise<Map<string, NonNullable<QueueRow['pending']>>>

const Cursor = z.object({ v: z.literal(2), after: z.int().min(0) })

/** `GET /api/queue`: what waits for a person, oldest first, each row saying why it is here. From the index alone. */
export function makeListQueue(deps: {
  store: Store
  index: Pick<SessionIndex, 'readiness' | 'fillQueue' | 'isPaused'>
  pendingBySession: PendingBySession
  clock: () => number
}) {
  const { store, index, pendingBySession, clock } = deps

  const rowsOf = async (page: readonly IndexTable[], oldestId: string | undefined): Promise<QueueRow[]> => {
    const pending = await pendingBySession(page.map(({ id }) => id))
    return page.map((known): QueueRow => {
      const row = adaptIndexRow(known, index.readiness.labelOf)
      const { aml_hits: amlHits, resubmissions } = known
      return {
        ...row,
        waitingSince: iso(known.review_at ?? known.created_at),
        why: whyHere({ row, amlHits, resubmissions, now: clock(), oldest: row.id === oldestId }),
        pending: pending.get(row.id) ?? null,
      }
    })
  }

  return async ({ view, workflow, country, cursor, limit }: QueueQuery): Promise<QueuePage> => {
    const after = cursor === undefined ? undefined : parseCursor(cursor, Cursor).after
    await index.readiness.ready()
    const { countries, workflows } = filterOf({ kind: 'all', workflow, country })
    const filter = { countries, workflows }
    const found = await findWaiting(store, { filter, view, after, limit: limit + 1 })
    const { unread, ...counts } = await countWaiting(store, filter)
    const complete = await index.readiness.isComplete({ statuses: ['In Review'] })
    if (unread) index.fillQueue()
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return {
      rows: await rowsOf(page, after === undefined ? page[0]?.id : undefined),
      counts: {
        all: { value: counts.all, exact: complete },
        companies: { value: counts.companies, exact: complete },
        watchList: { value: counts.watchList, exact: complete && !unread },
        returned: { value: counts.returned, exact: complete && !unread },
      },
      nextCursor: found.length > page.length && last ? writeCursor({ v: 2, after: last.position }) : null,
      asOf: iso(Math.max(index.readiness.comparedAt(), index.readiness.reviewComparedAt())),
      complete,
      filling: page.some(({ wants }) => wants > 0) && !index.isPaused(),
    }
  }
}
export type ListQueue = ReturnType<typeof makeListQueue>
