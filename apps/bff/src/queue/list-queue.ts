import type { QueuePage, QueueQuery, QueueRow, QueueView } from '@verdict/contract/queue'
import { z } from 'zod'
import { iso } from '../lib/time.ts'
import type { ListedRow, ListRows } from '../sessions/list-sessions.ts'
import { byCreation } from '../sessions/read-after.ts'
import { parseCursor, writeCursor } from '../sessions/session-cursor.ts'
import { hitsOfRow } from '../sessions/session-row.adapt.ts'
import type { KeptSummary, SessionSummaries } from '../sessions/session-summaries.ts'
import { isWanting } from '../sessions/session-summaries.ts'
import { markOfRow, withSummary } from '../sessions/session-summary.adapt.ts'
import type { SummaryFiller } from '../sessions/summary-filler.ts'
import type { QueueSnapshot, QueueSnapshots } from './queue-snapshots.ts'
import { whyHere } from './why-here.ts'

/** Decisions of ours that are under way, by session; from the decisions room. */
export type PendingBySession = (sessionIds: readonly string[]) => Promise<Map<string, NonNullable<QueueRow['pending']>>>

const Cursor = z.union([
  z.object({ v: z.literal(1), after: z.object({ at: z.string(), id: z.string() }) }),
  z.object({ v: z.literal(1), rest: z.string() }),
])

interface Known {
  listed: ListedRow
  summary: KeptSummary | undefined
  wanting: boolean
}

const hitsOf = ({ listed, summary }: Known) => summary?.amlHits ?? hitsOfRow(listed.wire)

const inView: Readonly<Record<QueueView, (known: Known) => boolean>> = {
  all: () => true,
  watchList: (known) => (hitsOf(known) ?? 0) > 0,
  returned: ({ summary }) => (summary?.resubmissions ?? 0) > 0,
  companies: ({ listed }) => listed.row.kind === 'business',
}

function countsOf(snapshot: QueueSnapshot, known: readonly Known[]): QueuePage['counts'] {
  const { user, business } = snapshot.counts
  const complete = snapshot.rest === null
  const certain = complete && known.every(({ summary }) => summary !== undefined)
  const seen = (view: QueueView, exact: boolean) => ({ value: known.filter(inView[view]).length, exact })
  return {
    all: complete ? seen('all', true) : { value: user.value + business.value, exact: user.exact && business.exact },
    companies: complete ? seen('companies', true) : business,
    watchList: seen('watchList', certain),
    returned: seen('returned', certain),
  }
}

/** Index of the first row behind the one that the page before ended with. */
function indexAfter(rows: readonly Known[], after: { at: string; id: string }): number {
  const marked = rows.findIndex(({ listed }) => listed.row.id === after.id)
  if (marked >= 0) return marked + 1
  const next = rows.findIndex(({ listed }) => byCreation(listed.row.createdAt, after.at) > 0)
  return next < 0 ? rows.length : next
}

/** `GET /api/queue`: what waits for a person, oldest first, each row saying why it is here. */
export function makeListQueue(deps: {
  snapshots: QueueSnapshots
  listRows: ListRows
  summaries: Pick<SessionSummaries, 'forAll' | 'adopt'>
  filler: Pick<SummaryFiller, 'want' | 'isReading'>
  pendingBySession: PendingBySession
  clock: () => number
}) {
  const { snapshots, listRows, summaries, filler, pendingBySession, clock } = deps

  const know = async (rows: readonly ListedRow[]): Promise<Known[]> => {
    const kept = await summaries.forAll(rows.map(({ row }) => row.id))
    const known = rows.map((listed): Known => {
      const summary = kept.get(listed.row.id)
      return { listed, summary, wanting: isWanting(summary, markOfRow(listed.row)) }
    })
    for (const { listed, summary } of known) {
      if (summary && summary.rowMark === null) await summaries.adopt(listed.row.id, markOfRow(listed.row))
    }
    filler.want(
      known
        .filter(({ wanting }) => wanting)
        .map(({ listed, summary }) => ({ sessionId: listed.row.id, rowMark: markOfRow(listed.row), known: summary !== undefined })),
    )
    return known
  }

  const rowsOf = async (page: readonly Known[], oldestId: string | undefined): Promise<QueueRow[]> => {
    const pending = await pendingBySession(page.map(({ listed }) => listed.row.id))
    return page.map((known): QueueRow => {
      const row = withSummary(known.listed.row, known.summary)
      const resubmissions = known.summary?.resubmissions ?? null
      return {
        ...row,
        waitingSince: row.createdAt,
        why: whyHere({ row, amlHits: hitsOf(known), resubmissions, now: clock(), oldest: row.id === oldestId }),
        pending: pending.get(row.id) ?? null,
      }
    })
  }

  return async (query: QueueQuery): Promise<QueuePage> => {
    const cursor = query.cursor === undefined ? null : parseCursor(query.cursor, Cursor)
    const snapshot = await snapshots.read({ workflow: query.workflow, country: query.country })
    const known = await know(snapshot.rows)
    const counts = countsOf(snapshot, known)
    const view = known.filter(inView[query.view])
    const answer = async (page: readonly Known[], next: z.input<typeof Cursor> | null, asOf: number): Promise<QueuePage> => ({
      rows: await rowsOf(page, view[0]?.listed.row.id),
      counts,
      nextCursor: next === null ? null : writeCursor(next),
      asOf: iso(asOf),
      filling: page.some(({ wanting, listed }) => wanting && filler.isReading(listed.row.id)),
    })

    if (cursor === null || 'after' in cursor) {
      const from = cursor === null ? 0 : indexAfter(view, cursor.after)
      const page = view.slice(from, from + query.limit)
      const last = page.at(-1)?.listed.row
      if (from + page.length < view.length && last) {
        return answer(page, { v: 1, after: { at: last.createdAt, id: last.id } }, snapshot.asOf)
      }
      return answer(page, snapshot.rest === null ? null : { v: 1, rest: snapshot.rest }, snapshot.asOf)
    }
    const deeper = await listRows({
      workflow: query.workflow,
      country: query.country,
      status: 'In Review',
      kind: 'all',
      sort: 'oldest',
      limit: query.limit,
      cursor: cursor.rest,
    })
    const page = (await know(deeper.rows)).filter(inView[query.view])
    return answer(page, deeper.nextCursor === null ? null : { v: 1, rest: deeper.nextCursor }, deeper.asOf)
  }
}
export type ListQueue = ReturnType<typeof makeListQueue>
