import type { SessionKind, SessionPage, SessionQuery, SessionRow } from '@verdict/contract/session'
import type { SessionRow as WireRow } from '@verdict/didit/wire/session-list'
import { iso } from '../lib/time.ts'
import { countryCodeFor } from './country-codes.ts'
import type { Lane } from './evidence.ts'
import type { Found } from './read-after.ts'
import { byCreation, readAfter } from './read-after.ts'
import type { Mark, SessionCursor } from './session-cursor.ts'
import { readCursor, writeCursor } from './session-cursor.ts'
import type { SessionFilter, SessionPages } from './session-pages.ts'
import { adaptSessionRow } from './session-row.adapt.ts'
import { newestFirst, oldestFirst } from './session-sequence.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const listOf = (text: string | undefined): string[] => [
  ...new Set(
    (text ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
]

type Filters = Pick<SessionQuery, 'q' | 'status' | 'country' | 'warning' | 'workflow' | 'from' | 'to'>

/** What upstream is asked for; null when nothing can match, such as a filter of malformed workflow ids only. */
function filterOf(query: Filters): SessionFilter | null {
  const workflows = listOf(query.workflow)
  const workflowIds = workflows.filter((id) => uuid.test(id))
  if (workflows.length > 0 && workflowIds.length === 0) return null
  const [status, countries, warnings] = [listOf(query.status), listOf(query.country), listOf(query.warning)]
  return {
    ...(status.length > 0 ? { status } : {}),
    ...(countries.length > 0 ? { countries } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
    ...(workflowIds.length > 0 ? { workflowIds } : {}),
    ...(query.q ? { search: query.q } : {}),
    ...(query.from ? { dateFrom: query.from } : {}),
    ...(query.to ? { dateTo: query.to } : {}),
  }
}

export interface ListedRow {
  row: SessionRow
  wire: WireRow
}
export interface SessionListing {
  rows: ListedRow[]
  counts: Record<SessionKind, { value: number; exact: boolean }>
  nextCursor: string | null
  asOf: number
}

interface Taken extends Found {
  kind: SessionKind
}

type ListInput = Filters & Pick<SessionQuery, 'kind' | 'sort' | 'cursor' | 'limit'> & { lane?: Lane | undefined; now?: boolean | undefined }

const none = { value: 0, exact: true }

/** Merges the two kinds by time of creation; upstream itself would only put one list behind the other. */
export function makeListRows({ pages, clock }: { pages: SessionPages; clock: () => number }) {
  const readKind = async (kind: SessionKind, base: SessionFilter, input: ListInput, after: Mark | null) => {
    const filter = base.countries ? { ...base, countries: base.countries.map((code) => countryCodeFor(kind, code)) } : base
    let asOf = clock()
    let count = none
    const totals = pages.totals(kind, filter)
    const readPage = async (offset: number, limit: number) => {
      const page = await pages.read({ kind, filter, lane: input.lane, now: input.now }, offset, limit)
      asOf = Math.min(asOf, page.asOf)
      const total = totals.get()
      count =
        page.exact || total === undefined ? { value: page.count, exact: page.exact } : { value: Math.max(total, page.count), exact: true }
      return page
    }
    const sequence = input.sort === 'newest' ? newestFirst(readPage) : oldestFirst(readPage, totals)
    const { found, more } = await readAfter({ sequence, sort: input.sort, after, size: input.limit })
    return { taken: found.map((entry): Taken => ({ ...entry, kind })), more, count, asOf }
  }

  return async (input: ListInput): Promise<SessionListing> => {
    const cursor: SessionCursor = input.cursor
      ? readCursor(input.cursor, input.sort)
      : { v: 1, sort: input.sort, user: null, business: null }
    const filter = filterOf(input)
    const kinds: SessionKind[] = filter === null ? [] : input.kind === 'all' ? ['user', 'business'] : [input.kind]
    const read = await Promise.all(kinds.map((kind) => readKind(kind, filter ?? {}, input, cursor[kind])))
    const direction = input.sort === 'newest' ? -1 : 1
    const merged = mergeTaken(
      read.map(({ taken }) => taken),
      (a, b) => direction * byCreation(a.mark.at, b.mark.at) < 0,
    )
    const given = merged.slice(0, input.limit)
    const lastOf = (kind: SessionKind) => given.findLast((entry) => entry.kind === kind)?.mark ?? cursor[kind]
    const more = merged.length > given.length || read.some((part) => part.more)
    const next: SessionCursor = { ...cursor, user: lastOf('user'), business: lastOf('business') }
    const countOf = (kind: SessionKind) => read[kinds.indexOf(kind)]?.count ?? none
    return {
      rows: given.map(({ row, kind }) => ({ row: adaptSessionRow(row, kind), wire: row })),
      counts: { user: countOf('user'), business: countOf('business') },
      nextCursor: more && given.length > 0 ? writeCursor(next) : null,
      asOf: Math.min(clock(), ...read.map(({ asOf }) => asOf)),
    }
  }
}
export type ListRows = ReturnType<typeof makeListRows>

/** Takes from the front of each list whichever comes first; each list keeps its own order. */
function mergeTaken(lists: readonly Taken[][], before: (a: Taken, b: Taken) => boolean): Taken[] {
  const positions = lists.map(() => 0)
  const merged: Taken[] = []
  for (;;) {
    let best = -1
    for (const [index, list] of lists.entries()) {
      const candidate = list[positions[index] ?? 0]
      const leader = best < 0 ? undefined : lists[best]?.[positions[best] ?? 0]
      if (candidate && (!leader || before(candidate, leader))) best = index
    }
    const next = best < 0 ? undefined : lists[best]?.[positions[best] ?? 0]
    if (!next) return merged
    merged.push(next)
    positions[best] = (positions[best] ?? 0) + 1
  }
}

interface Deps {
  listRows: ListRows
  /** Adds what is known of rows from cases that were read before. */
  enrich: (rows: SessionRow[]) => Promise<SessionRow[]>
}

/** `GET /api/sessions`. */
export function makeListSessions({ listRows, enrich }: Deps) {
  return async (query: SessionQuery): Promise<SessionPage> => {
    const { rows, counts, nextCursor, asOf } = await listRows(query)
    const { user, business } = counts
    return {
      rows: await enrich(rows.map(({ row }) => row)),
      count: { value: user.value + business.value, exact: user.exact && business.exact },
      nextCursor,
      asOf: iso(asOf),
    }
  }
}
export type ListSessions = ReturnType<typeof makeListSessions>
