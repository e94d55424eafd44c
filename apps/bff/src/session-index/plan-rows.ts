import { sql, type RawBuilder } from 'kysely'
import type { Store } from '../store/open-store.ts'
import { facets, valuesOf, type Facet, type IndexFilter, type Stretch } from './index-filter.ts'
import type { IndexCounts } from './index-counts.ts'
import type { IndexSample } from './index-sample.ts'
import { textSource, type TextSource } from './text-search.ts'

/** How many rows there are of which kind. */
export interface Known {
  counts: Pick<IndexCounts, 'total' | 'estimate'>
  sample: IndexSample | null
}

export interface Plan {
  from: RawBuilder<unknown>
  /** Of the table that leads: rows come in its order. */
  position: RawBuilder<number>
  /** What an index answers, in order: one select each. */
  branches: RawBuilder<boolean>[]
  /** What each row is looked at for. */
  where: RawBuilder<boolean>[]
  /** True when a row can be in two branches. */
  overlap: boolean
}

export const always = sql<boolean>`1 = 1`
export const never = sql<boolean>`1 = 0`
/** More rows than these are not found first and put in order then. */
const MOST_SORTED = 2_000
/** How many times dearer than the next one of the table a row is that an index, or the index of texts, found somewhere. */
const SOMEWHERE = 3
const BY_TEXT = 5

/** Wrapped, a column cannot draw the database to its index: only what leads may. */
export function restOf(filter: IndexFilter, led: Facet | null): RawBuilder<boolean>[] {
  const values = valuesOf(filter)
  return facets.flatMap((facet) => {
    const among = values[facet]
    if (!among || facet === led) return []
    return [among.length > 0 ? sql<boolean>`(${sql.ref(`s.${facet}`)} || '') in (${sql.join(among)})` : never]
  })
}

const ledBy: Readonly<Record<Facet, (filter: IndexFilter) => IndexFilter>> = {
  status: ({ statuses }) => ({ statuses }),
  country: ({ countries }) => ({ countries }),
  workflow_id: ({ workflows }) => ({ workflows }),
  kind: ({ kind }) => ({ kind }),
}

/** Whether rows are looked for by their text, or looked through for it: whichever is likely to look at fewer. */
function isTextCheaper(text: TextSource, filter: IndexFilter, stretch: Stretch, led: Facet | undefined, { sample }: Known): boolean {
  if (!sample) return true
  const walked = sample.walked(led ? ledBy[led](filter) : {}, filter, stretch) * (led ? SOMEWHERE : 1)
  const [fitting, holding] = [sample.about(filter), sample.about({ text: filter.text })]
  const found = text.streams ? Math.min(holding, (stretch.limit * holding) / fitting) : holding
  return found * BY_TEXT < walked
}

const isWaiting = ({ statuses }: IndexFilter) => statuses?.length === 1 && statuses[0] === 'In Review'

const warnedOf = ({ warnings }: IndexFilter): RawBuilder<boolean>[] =>
  warnings
    ? [
        sql<boolean>`exists (select 1 from session_index_warnings w
          where w.position = s.position and w.code in (${sql.join(warnings)}))`,
      ]
    : []

/** By what rows are found: what leads should have few rows, and those in the order of the list. */
export function planRows(store: Store, filter: IndexFilter, stretch: Stretch, known: Known): Plan {
  const values = valuesOf(filter)
  // Companies are few among many: there their index leads. People are nearly all.
  const leaders = facets.filter((facet) => values[facet] && (facet !== 'kind' || filter.kind === 'business'))
  const sizeOf = (facet: Facet) => known.counts.estimate(facet, values[facet] ?? [])
  const [led] = leaders.toSorted((a, b) => sizeOf(a) - sizeOf(b))
  const text = filter.text && textSource(store, filter.text, known.sample?.commonness)
  if (text && !text.streams && isWaiting(filter) && (known.sample?.about(filter) ?? 0) < MOST_SORTED) {
    // Written out, so that PostgreSQL sees that its index of the texts of what waits fits.
    const leads = sql<boolean>`s.status = 'In Review' and ${text.leads}`
    return {
      from: text.from,
      position: text.position,
      branches: [leads],
      where: [text.holds, ...warnedOf(filter), ...restOf(filter, 'status')],
      overlap: false,
    }
  }
  if (text && isTextCheaper(text, filter, stretch, led, known)) {
    const { from, leads, holds, position } = text
    return { from, position, branches: [leads], where: [holds, ...warnedOf(filter), ...restOf(filter, null)], overlap: false }
  }
  const holds = text ? [text.holds] : []
  if (filter.warnings) {
    return {
      from: sql`session_index_warnings w join session_index s on s.position = w.position`,
      position: sql<number>`w.position`,
      where: [...holds, ...restOf(filter, null)],
      branches: filter.warnings.map((code) => sql<boolean>`w.code = ${code}`),
      overlap: true,
    }
  }
  const plain = { from: sql`session_index s`, position: sql<number>`s.position`, overlap: false }
  if (filter.id) return { ...plain, where: restOf(filter, null), branches: [sql<boolean>`s.id = ${filter.id}`] }
  if (!led) return { ...plain, where: [...holds, ...restOf(filter, null)], branches: [always] }
  const branches = (values[led] ?? []).map((value) => sql<boolean>`${sql.ref(`s.${led}`)} = ${value}`)
  return { ...plain, where: [...holds, ...restOf(filter, led)], branches: branches.length > 0 ? branches : [never] }
}
