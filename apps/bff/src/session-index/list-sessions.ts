import type { SessionPage, SessionQuery } from '@verdict/contract/session'
import { z } from 'zod'
import { iso } from '../lib/time.ts'
import { parseCursor, writeCursor } from '../sessions/session-cursor.ts'
import { badCursor } from '../sessions/sessions.errors.ts'
import { findDecidedElsewhere } from '../reconciliation/decided-elsewhere.ts'
import type { Store } from '../store/open-store.ts'
import { countRows, findRows, type IndexFilter } from './find-rows.ts'
import { soughtIn } from './folded-text.ts'
import { isCounted, readCounts, type IndexCounts } from './index-counts.ts'
import { adaptIndexRow } from './index-row.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** Beyond this it is "at least". */
const MOST_COUNTED = 1_000

const Cursor = z.object({ v: z.literal(2), sort: z.enum(['newest', 'oldest']), after: z.int().min(0) })

const listOf = (text: string | undefined): string[] | undefined => {
  const parts = (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.length > 0 ? [...new Set(parts)] : undefined
}

type Filters = Pick<SessionQuery, 'kind'> & Partial<Pick<SessionQuery, 'q' | 'status' | 'country' | 'warning' | 'workflow' | 'from' | 'to'>>

export function filterOf(query: Filters): IndexFilter {
  const asked = query.q?.trim() ?? ''
  return {
    id: uuid.test(asked) ? asked.toLowerCase() : undefined,
    text: uuid.test(asked) ? undefined : (soughtIn(asked) ?? undefined),
    statuses: listOf(query.status),
    kind: query.kind === 'all' ? undefined : query.kind,
    countries: listOf(query.country),
    warnings: listOf(query.warning),
    workflows: listOf(query.workflow),
    from: query.from,
    to: query.to,
  }
}

/** What the lists need to know of the reading of Didit's lists. */
export interface IndexReadiness {
  /** Waits until there is something to show; throws what Didit answered when there is nothing at all. */
  ready(): Promise<void>
  /** When the index was last compared with Didit, epoch ms. */
  comparedAt(): number
  /** False while older sessions are still being read for the first time. */
  isComplete(filter: IndexFilter): Promise<boolean>
  labelOf: (workflowId: string) => string | null
}

/** `GET /api/sessions`, from the index alone. */
export function makeListSessions({ store, readiness }: { store: Store; readiness: IndexReadiness }) {
  const countOf = async (filter: IndexFilter, counts: IndexCounts): Promise<SessionPage['count']> => {
    if (isCounted(filter)) return { value: counts.total(filter), exact: true }
    const value = await countRows(store, filter, MOST_COUNTED, counts.estimate)
    return { value, exact: value < MOST_COUNTED }
  }

  return async (query: SessionQuery): Promise<SessionPage> => {
    const cursor = query.cursor === undefined ? null : parseCursor(query.cursor, Cursor)
    if (cursor && cursor.sort !== query.sort) throw badCursor()
    await readiness.ready()
    const filter = filterOf(query)
    const counts = await readCounts(store)
    const stretch = { order: query.sort, after: cursor?.after, limit: query.limit + 1 }
    const found = await findRows(store, filter, stretch, counts.estimate)
    const rows = found.slice(0, query.limit)
    const last = rows.at(-1)
    const elsewhere = await findDecidedElsewhere(store, rows)
    // What fits on one page is counted by looking at it.
    const whole = !cursor && found.length <= query.limit
    return {
      rows: rows.map((row) => ({ ...adaptIndexRow(row, readiness.labelOf), elsewhere: elsewhere.get(row.id) ?? null })),
      count: whole ? { value: rows.length, exact: true } : await countOf(filter, counts),
      nextCursor: found.length > rows.length && last ? writeCursor({ v: 2, sort: query.sort, after: last.position }) : null,
      asOf: iso(readiness.comparedAt()),
      complete: await readiness.isComplete(filter),
    }
  }
}
export type ListSessions = ReturnType<typeof makeListSessions>
