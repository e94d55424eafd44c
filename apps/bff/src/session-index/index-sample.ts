import { spellings, type IndexFilter, type Stretch } from './index-filter.ts'
import { positionAt } from './index-position.ts'
import type { IndexTable } from './session-index.tables.ts'
import type { Store } from '../store/open-store.ts'
import type { Sought } from './folded-text.ts'

type SampledRow = Pick<IndexTable, 'kind' | 'status' | 'country' | 'workflow_id' | 'position' | 'search_text'>

/** Looks into some rows to know how many of all fit. */
export interface IndexSample {
  /** About how many rows fit; at least what one hit would mean less than. */
  about(filter: IndexFilter): number
  /** About how many rows of `among` are passed, in order, until `limit` fit. */
  walked(among: IndexFilter, filter: IndexFilter, stretch: Stretch): number
  /** True when so many fit that the chance of fewer than `least` can be left aside. */
  surely(filter: IndexFilter, least: number): boolean
  /** How common a piece of text is, for comparing pieces. */
  commonness: (text: string) => number
}

const DAY_MS = 86_400_000
const STRETCHES = 64
const PER_STRETCH = 32
/** Fewer rows than these are looked through at once. */
export const FEW_ROWS = 20_000
/** With so many hits that mean so many times `least`, fewer than `least` are one chance in ten thousand. */
const SURE_HITS = 10
const SURE_TIMES = 4

/** How many times later than evenly spread ones the first may come. */
const FAR = 4

const spelt = (filter: IndexFilter) => (filter.countries ? { ...filter, countries: spellings(filter.countries) } : filter)
const holds = (text: string, sought: Sought) => sought.some((parts) => parts.every((part) => text.includes(part)))

function fits(row: SampledRow, filter: IndexFilter): boolean {
  const { kind, statuses, countries, workflows, from, to, text } = filter
  return (
    (!kind || row.kind === kind) &&
    (!statuses || statuses.includes(row.status)) &&
    (!countries || countries.includes(row.country ?? '')) &&
    (!workflows || workflows.includes(row.workflow_id ?? '')) &&
    (!from || row.position >= positionAt(Date.parse(from))) &&
    (!to || row.position < positionAt(Date.parse(to) + DAY_MS)) &&
    (!text || holds(row.search_text, text))
  )
}

/** Ids are random, so what stands beside each other by id is a fair choice of all. */
export async function takeSample(store: Store): Promise<SampledRow[]> {
  const rows: SampledRow[] = []
  for (let stretch = 0; stretch < STRETCHES; stretch += 1) {
    const from = Math.floor((stretch / STRETCHES) * 0x1_0000)
      .toString(16)
      .padStart(4, '0')
    const some = store.selectFrom('session_index').select(['kind', 'status', 'country', 'workflow_id', 'position', 'search_text'])
    rows.push(...(await some.where('id', '>=', from).orderBy('id').limit(PER_STRETCH).execute()))
  }
  return rows
}

/** `total`: how many rows there are of which these were taken. */
export function sampleOf(taken: readonly SampledRow[], total: number): IndexSample {
  const rows = taken.toSorted((a, b) => a.position - b.position)
  const hits = (filter: IndexFilter) => {
    const asked = spelt(filter)
    return rows.reduce((sum, row) => (fits(row, asked) ? sum + 1 : sum), 0)
  }
  const inOrder = ({ order, after = order === 'newest' ? Infinity : -Infinity }: Stretch) =>
    order === 'newest' ? rows.filter(({ position }) => position < after).toReversed() : rows.filter(({ position }) => position > after)
  const each = total / Math.max(1, rows.length)
  const few = rows.filter((_, index) => index % 4 === 0)
  return {
    about: (filter) => Math.max(0.25, hits(filter)) * each,
    walked: (among, filter, stretch) => {
      const [led, asked] = [spelt(among), spelt(filter)]
      const passed = inOrder(stretch).filter((row) => fits(row, led))
      const found = passed.filter((row) => fits(row, asked)).length
      const first = passed.findIndex((row) => fits(row, asked))
      // None, or all of them far behind the others: rows that came together, long ago.
      if (first < 0 || first * found > FAR * passed.length) return (first < 0 ? passed.length : first) * each
      return Math.min(passed.length * each, (stretch.limit * passed.length) / found)
    },
    surely: (filter, least) => {
      if (filter.id !== undefined || filter.warnings) return false
      const found = hits(filter)
      return found >= SURE_HITS && found * each >= SURE_TIMES * least
    },
    commonness: (text) => few.reduce((sum, row) => (row.search_text.includes(text) ? sum + 1 : sum), 0),
  }
}

const FRESH_MS = 600_000

/** Null while there are so few rows that nothing need be estimated. */
export type SampleIndex = (total: number) => Promise<IndexSample | null>

/** Takes a sample when it is first wanted, and another now and then beside the answers. */
export function makeSampleIndex({ store, clock }: { store: Store; clock: () => number }): SampleIndex {
  let known: { sample: IndexSample; total: number; takenAt: number } | undefined
  let taking: Promise<IndexSample> | undefined
  const take = async (total: number): Promise<IndexSample> => {
    const takenAt = clock()
    const sample = sampleOf(await takeSample(store), total)
    known = { sample, total, takenAt }
    return sample
  }
  return async (total) => {
    if (total < FEW_ROWS) return null
    const isFresh = known && clock() - known.takenAt < FRESH_MS && Math.abs(total - known.total) < known.total / 5
    if (known && isFresh) return known.sample
    taking ??= take(total).finally(() => {
      taking = undefined
    })
    if (!known) return taking
    taking.catch(() => undefined)
    return known.sample
  }
}
