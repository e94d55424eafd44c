import type { SessionKind } from '@verdict/contract/session'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { countryCodeFor } from '../sessions/country-codes.ts'
import type { Store } from '../store/open-store.ts'
import type { Sought } from './folded-text.ts'
import { positionAt } from './index-position.ts'
import type { IndexTable } from './session-index.tables.ts'
import { textSource } from './text-search.ts'

/** Everything must fit; one of several values of a filter must. */
export interface IndexFilter {
  id?: string | undefined
  text?: Sought | undefined
  statuses?: readonly string[] | undefined
  kind?: SessionKind | undefined
  countries?: readonly string[] | undefined
  warnings?: readonly string[] | undefined
  workflows?: readonly string[] | undefined
  /** Days as YYYY-MM-DD in UTC, both included. */
  from?: string | undefined
  to?: string | undefined
}

export interface Stretch {
  order: 'newest' | 'oldest'
  /** Position of the row before the first. */
  after?: number | undefined
  limit: number
}

const DAY_MS = 86_400_000

/** Both spellings of a country: people have three letters, companies two. */
export const spellings = (countries: readonly string[]): string[] => [
  ...new Set(countries.flatMap((code) => [countryCodeFor('user', code), countryCodeFor('business', code)])),
]

const facets = ['status', 'country', 'workflow_id', 'kind'] as const
export type Facet = (typeof facets)[number]

/** How many rows have one of these values, so that the narrowest filter leads. */
export type Estimate = (facet: Facet, values: readonly string[]) => number

interface Plan {
  from: RawBuilder<unknown>
  /** Of the table that leads: rows come in its order. */
  position: RawBuilder<number>
  where: RawBuilder<boolean>[]
  /** One select each; an index answers each in order. */
  branches: RawBuilder<boolean>[]
}

/** So few rows are compared one by one sooner than the text index is walked. */
const NARROW = 50_000
/** Fewer matches of a text than this are looked at sooner than rows of any filter. */
const RARE = 5_000
const always = sql<boolean>`1 = 1`
const valuesOf = (filter: IndexFilter): Partial<Record<Facet, readonly string[]>> => ({
  ...(filter.statuses ? { status: filter.statuses } : {}),
  ...(filter.countries ? { country: spellings(filter.countries) } : {}),
  ...(filter.workflows ? { workflow_id: filter.workflows } : {}),
  ...(filter.kind ? { kind: [filter.kind] } : {}),
})

/** Wrapped, a column cannot draw the database to its index: only what leads may. */
export function restOf(filter: IndexFilter, led: Facet | null): RawBuilder<boolean>[] {
  const values = valuesOf(filter)
  return facets.flatMap((facet) => {
    const among = values[facet]
    if (!among || facet === led) return []
    return [among.length > 0 ? sql<boolean>`(${sql.ref(`s.${facet}`)} || '') in (${sql.join(among)})` : sql<boolean>`1 = 0`]
  })
}

async function planFor(store: Store, filter: IndexFilter, estimate: Estimate): Promise<Plan> {
  const values = valuesOf(filter)
  // Companies are few among many: there their index leads. People are nearly all.
  const leaders = facets.filter((facet) => values[facet] && (facet !== 'kind' || filter.kind === 'business'))
  const [led] = leaders.toSorted((a, b) => estimate(a, values[a] ?? []) - estimate(b, values[b] ?? []))
  const text = filter.text && textSource(store, filter.text)
  const size = led === undefined ? Number.POSITIVE_INFINITY : estimate(led, values[led] ?? [])
  const narrow = size < NARROW && (size < RARE || !text || !(await text.isRare(RARE)))
  if (text && !narrow) {
    const { from, where, position } = text
    const warned =
      filter.warnings &&
      sql<boolean>`exists (select 1 from session_index_warnings w
      where w.position = s.position and w.code in (${sql.join(filter.warnings)}))`
    return { from, position, where: [where, ...(warned ? [warned] : []), ...restOf(filter, null)], branches: [always] }
  }
  const holds = text ? [text.holds] : []
  if (filter.warnings) {
    return {
      from: sql`session_index_warnings w join session_index s on s.position = w.position`,
      position: sql<number>`w.position`,
      where: [...holds, ...restOf(filter, null)],
      branches: filter.warnings.map((code) => sql<boolean>`w.code = ${code}`),
    }
  }
  const from = sql`session_index s`
  const position = sql<number>`s.position`
  if (filter.id) return { from, position, where: restOf(filter, null), branches: [sql<boolean>`s.id = ${filter.id}`] }
  if (!led) return { from, position, where: restOf(filter, null), branches: [always] }
  const branches = (values[led] ?? []).map((value) => sql<boolean>`${sql.ref(`s.${led}`)} = ${value}`)
  return { from, position, where: [...holds, ...restOf(filter, led)], branches: branches.length > 0 ? branches : [sql<boolean>`1 = 0`] }
}

function boundsOf(
  filter: IndexFilter,
  { order, after }: Pick<Stretch, 'order' | 'after'>,
  position: RawBuilder<number>,
): RawBuilder<boolean>[] {
  const bounds: RawBuilder<boolean>[] = []
  if (filter.from) bounds.push(sql<boolean>`${position} >= ${positionAt(Date.parse(filter.from))}`)
  if (filter.to) bounds.push(sql<boolean>`${position} < ${positionAt(Date.parse(filter.to) + DAY_MS)}`)
  if (after !== undefined) bounds.push(order === 'newest' ? sql<boolean>`${position} < ${after}` : sql<boolean>`${position} > ${after}`)
  return bounds
}

/** The statement of a page, each row once. */
async function selecting(store: Store, filter: IndexFilter, stretch: Stretch, estimate: Estimate, columns: RawBuilder<unknown>) {
  const { from, position, where, branches } = await planFor(store, filter, estimate)
  const bounds = boundsOf(filter, stretch, position)
  const direction = stretch.order === 'newest' ? sql`desc` : sql`asc`
  const selects = branches.map(
    (branch) => sql`select * from (select ${columns} from ${from} where ${sql.join([branch, ...where, ...bounds], sql` and `)}
      order by ${position} ${direction} limit ${stretch.limit}) part`,
  )
  const [only] = selects
  if (only && selects.length === 1) return only
  return sql`select * from (${sql.join(selects, sql` union `)}) parts order by position ${direction} limit ${stretch.limit}`
}

/** Rows in order, at most `limit`. */
export async function findRows(store: Store, filter: IndexFilter, stretch: Stretch, estimate: Estimate): Promise<IndexTable[]> {
  const statement = await selecting(store, filter, stretch, estimate, sql`s.*`)
  const { rows } = await sql<IndexTable>`${statement}`.execute(store)
  return rows
}

/** How many rows fit, counted up to `most`. */
export async function countRows(store: Store, filter: IndexFilter, most: number, estimate: Estimate): Promise<number> {
  const statement = await selecting(store, filter, { order: 'newest', limit: most }, estimate, sql`s.position`)
  const { rows } = await sql<{ n: number }>`select count(*) as n from (${statement}) counted`.execute(store)
  return rows[0]?.n ?? 0
}
