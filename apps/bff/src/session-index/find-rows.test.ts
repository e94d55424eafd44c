import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../store/open-store.ts'
import { openHouseStore, testStore } from '../testing/house-store.ts'
import { seedIndex } from '../testing/seed-index.ts'
import { countRows, findRows } from './find-rows.ts'
import { soughtIn } from './folded-text.ts'
import { readCounts, type IndexCounts } from './index-counts.ts'
import { facets, valuesOf, type IndexFilter } from './index-filter.ts'
import { positionAt } from './index-position.ts'
import { sampleOf, takeSample } from './index-sample.ts'
import type { IndexTable } from './session-index.tables.ts'

const NOW = Date.UTC(2026, 0, 15)
const DAY_MS = 86_400_000
const names = ['Ana Maria Lopes', 'Mariana Kowalska', 'José Ibáñez Prado', 'Al Bahri Saif', 'Thomas Tomás', 'Li An', 'Old Campaign Only']
const statuses = ['Approved', 'Declined', 'In Review']
const countries = ['ESP', 'DEU', 'POL']

function* sessions() {
  for (let index = 0; index < 240; index += 1) {
    const id = crypto.randomUUID()
    // The last name is of the oldest alone: where it stands is far from the newest.
    const name = (index < 20 ? names[6] : names[(index * 7) % 6]) ?? ''
    const [status = '', country = ''] = [statuses[(index * 5) % 3], countries[index % 3]]
    const createdAt = NOW - (240 - index) * (DAY_MS / 4)
    const kind = index % 11 === 0 ? ('business' as const) : ('user' as const)
    yield { id, kind, number: index, status, name, country, vendorData: `ref-${index}`, createdAt, workflowId: `w${index % 2}` }
  }
}

let store: Store
let close: () => Promise<void>
let rows: IndexTable[]
let counts: IndexCounts
beforeAll(async () => {
  ;({ store, close } = await openHouseStore(testStore()))
  await seedIndex(store, sessions(), NOW)
  rows = await store.selectFrom('session_index').selectAll().orderBy('position').execute()
  counts = await readCounts(store)
})
afterAll(async () => close())

const day = (ago: number) => new Date(NOW - ago * DAY_MS).toISOString().slice(0, 10)

function fits(row: IndexTable, { text, from, to, ...filter }: IndexFilter): boolean {
  const asked = facets.flatMap((facet) => {
    const among = valuesOf(filter)[facet]
    return among ? [{ facet, among }] : []
  })
  return (
    asked.every(({ facet, among }) => among.includes(row[facet] ?? '')) &&
    (!text || text.some((parts) => parts.every((part) => row.search_text.includes(part)))) &&
    (!from || row.position >= positionAt(Date.parse(from))) &&
    (!to || row.position < positionAt(Date.parse(to) + DAY_MS))
  )
}

const someOf = (values: string[]) => fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined })
const anyFilter = fc.record({
  text: fc.option(
    fc
      .constantFrom('mar', 'maria', 'ana lopes', 'al bahri', 'tomas', 'an', 'campaign', 'ref-1', 'zzz', 'é')
      .map((q) => soughtIn(q) ?? undefined),
    { nil: undefined },
  ),
  statuses: someOf(statuses),
  countries: someOf(countries),
  workflows: someOf(['w0', 'w1']),
  kind: fc.constantFrom(undefined, 'user' as const, 'business' as const),
  from: fc.option(fc.integer({ min: 0, max: 60 }).map(day), { nil: undefined }),
  to: fc.option(fc.integer({ min: 0, max: 60 }).map(day), { nil: undefined }),
})

describe('whatever leads the search', () => {
  it('finds the rows that fit, in order, and never counts more than there are', async () => {
    // What a sample says decides the way, so it is asked as if of few and of very many rows.
    const taken = await takeSample(store)
    const samples = [null, sampleOf(taken, rows.length), sampleOf(taken, rows.length * 10_000), sampleOf(taken.slice(0, 3), 1_000_000)]
    const stretch = fc.record({
      order: fc.constantFrom('newest' as const, 'oldest' as const),
      after: fc.option(
        fc.nat(239).map((index) => rows[index]?.position),
        { nil: undefined },
      ),
      limit: fc.integer({ min: 1, max: 30 }),
    })
    await fc.assert(
      fc.asyncProperty(anyFilter, stretch, fc.constantFrom(...samples), async (filter, { order, after, limit }, sample) => {
        const known = { counts, sample }
        const fitting = rows.filter((row) => fits(row, filter))
        const inOrder = order === 'newest' ? fitting.toReversed() : fitting
        const beyond = inOrder.filter(({ position }) => after === undefined || (order === 'newest' ? position < after : position > after))
        const found = await findRows(store, filter, { order, after, limit }, known)
        expect(found.map(({ id }) => id)).toEqual(beyond.slice(0, limit).map(({ id }) => id))
        const count = await countRows(store, filter, 50, known)
        expect(count).toEqual({ value: Math.min(50, fitting.length), exact: fitting.length < 50 })
      }),
      { numRuns: 150 },
    )
  })

  it('is sure of many only where the sample holds many', async () => {
    const all = sampleOf(await takeSample(store), 1_000_000)
    expect(all.surely({ statuses: ['Approved'] }, 1_000)).toBe(true)
    expect(all.surely({ text: soughtIn('zzz') ?? undefined }, 1_000)).toBe(false)
    expect(all.surely({ warnings: ['ANY'] }, 1_000)).toBe(false)
  })
})
