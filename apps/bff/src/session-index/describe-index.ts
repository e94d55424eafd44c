import type { IndexFacets, IndexFacetsQuery, IndexProgress } from '@verdict/contract/session-index'
import { countryCodeFor } from '../sessions/country-codes.ts'
import { iso } from '../lib/time.ts'
import type { Store } from '../store/open-store.ts'
import type { GlanceAtIndex } from './index-glance.ts'
import { hasAll, hasFirstPages, kinds, sweepName } from './index-reading.ts'
import type { IndexMeasures } from '../system/metrics.ts'
import { filterOf } from './list-sessions.ts'

const MOST_UNREAD = 10_000

/** How far the index is. */
export function makeDescribeIndex({ store, glance }: { store: Store; glance: GlanceAtIndex }) {
  return async (): Promise<IndexProgress> => {
    const { state, counts } = await glance()
    const known = counts.total({})
    const unread = await store
      .selectFrom(store.selectFrom('session_index').select('id').where('wants', '>', 0).limit(MOST_UNREAD).as('some'))
      .select((row) => row.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    const sweptAt = Math.min(...kinds.map((kind) => state.swept[sweepName(kind, null)] ?? 0))
    // Where Didit stops counting, what is known is all that can be said.
    const business = Math.max(state.estimated.business, counts.total({ kind: 'business' }))
    return {
      phase: hasAll(state) ? 'watching' : hasFirstPages(state) ? 'filling' : 'starting',
      known,
      expected: { value: hasAll(state) ? known : Math.max(known, state.estimated.user + business), exact: hasAll(state) },
      comparedAt: state.comparedAt > 0 ? iso(state.comparedAt) : null,
      sweptAt: sweptAt > 0 ? iso(sweptAt) : null,
      unread: unread.n,
    }
  }
}
export type DescribeIndex = ReturnType<typeof makeDescribeIndex>

/** The same in numbers, for operators. */
export function makeMeasureIndex({ describe, clock }: { describe: DescribeIndex; clock: () => number }) {
  const since = (at: string | null) => (at === null ? null : Math.max(0, clock() - Date.parse(at)) / 1000)
  return async (): Promise<IndexMeasures> => {
    const { phase, known, expected, unread, comparedAt, sweptAt } = await describe()
    return { phase, known, expected: expected.value, unread, secondsSince: { newest: since(comparedAt), all: since(sweptAt) } }
  }
}

/** Counts of every value, from the counters; countries by three letters, however a list spells them. */
export function makeCountFacets({ glance }: { glance: GlanceAtIndex }) {
  return async (query: IndexFacetsQuery): Promise<IndexFacets> => {
    const [{ counts }, filter] = [await glance(), filterOf(query)]
    const by = (facet: 'status' | 'kind' | 'country' | 'workflow_id') => Object.fromEntries(counts.by(facet, filter))
    const country: Record<string, number> = {}
    for (const [code, n] of counts.by('country', filter)) {
      const three = countryCodeFor('user', code)
      country[three] = (country[three] ?? 0) + n
    }
    return { status: by('status'), kind: by('kind'), country, workflow: by('workflow_id') }
  }
}
export type CountFacets = ReturnType<typeof makeCountFacets>
