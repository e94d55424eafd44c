import type { SessionPage, SessionQuery } from '@verdict/contract/session'
import { z } from 'zod'
import { iso } from '../lib/time.ts'
import { parseCursor, writeCursor } from '../sessions/session-cursor.ts'
import { badCursor } from '../sessions/sessions.errors.ts'
import { findDecidedElsewhere } from '../reconciliation/decided-elsewhere.ts'
import type { Store } from '../store/open-store.ts'
import { countRows, findRows } from './find-rows.ts'
import { soughtIn } from './folded-text.ts'
import { isCounted } from './index-counts.ts'
import type { IndexFilter } from './index-filter.ts'
import type { IndexGlance } from './index-glance.ts'
import { adaptIndexRow } from './index-row.ts'
import type { SampleIndex } from './index-sample.ts'
import type { Known } from './plan-rows.ts'

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
  ready(): Promise<IndexGlance>
  /** When the index was last compared with Didit, epoch ms. */
  comparedAt(): number
  /** False while older sessions are still being read for the first time. */
  isComplete(filter: IndexFilter): Promise<boolean>
  labelOf: (workflowId: string) => string | null
}

/** `GET /api/sessions`, from the index alone. */
export function makeListSessions({ store, readiness, sample }: { store: Store; readiness: IndexReadiness; sample: SampleIndex }) {
  const countOf = async (filter: IndexFilter, known: Known): Promise<SessionPage['count']> => {
    if (isCounted(filter)) return { value: known.counts.total(filter), exact: true }
    if (known.sample?.surely(filter, MOST_COUNTED)) return { value: MOST_COUNTED, exact: false }
    return countRows(store, filter, MOST_COUNTED, known)
  }

  return async (query: SessionQuery): Promise<SessionPage> => {
    const cursor = query.cursor === undefined ? null : parseCursor(query.cursor, Cursor)
    if (cursor && cursor.sort !== query.sort) throw badCursor()
    const { counts } = await readiness.ready()
    const filter = filterOf(query)
    const known: Known = { counts, sample: isCounted(filter) ? null : await sample(counts.total({})) }
    const stretch = { order: query.sort, after: cursor?.after, limit: query.limit + 1 }
    const found = await findRows(store, filter, stretch, known)
    const rows = found.slice(0, query.limit)
    const last = rows.at(-1)
    const elsewhere = await findDecidedElsewhere(store, rows)
    // What fits on one page is counted by looking at it.
    const whole = !cursor && found.length <= query.limit
    const count = whole ? { value: rows.length, exact: true } : await countOf(filter, known)
    return {
      rows: rows.map((row) => ({ ...adaptIndexRow(row, readiness.labelOf), elsewhere: elsewhere.get(row.id) ?? null })),
      // What is in sight counts, however far the counting came.
      count: count.exact ? count : { value: Math.max(count.value, found.length), exact: false },
      nextCursor: found.length > rows.length && last ? writeCursor({ v: 2, sort: query.sort, after: last.position }) : null,
      asOf: iso(readiness.comparedAt()),
      complete: await readiness.isComplete(filter),
    }
  }
}
export type ListSessions = ReturnType<typeof makeListSessions>
