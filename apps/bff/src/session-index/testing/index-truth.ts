import type { SessionRow } from '@verdict/contract/session'
import type { House } from '../../testing/index.ts'
import { readCounts } from '../index-counts.ts'
import { factsOfRow, type IndexFacts } from '../index-facts.ts'
import { adaptIndexRow } from '../index-row.ts'
import { searchTextOf } from '../folded-text.ts'

const kinds = ['user', 'business'] as const

type Shown = Pick<
  SessionRow,
  'id' | 'kind' | 'number' | 'status' | 'name' | 'country' | 'vendorData' | 'email' | 'phone' | 'features' | 'createdAt'
>

const shown = (row: IndexFacts | SessionRow): Shown => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  status: row.status,
  name: row.name,
  country: row.country,
  vendorData: row.vendorData,
  email: row.email,
  phone: row.phone,
  features: row.kind === 'business' ? null : row.features,
  createdAt: typeof row.createdAt === 'string' ? row.createdAt : new Date(row.createdAt ?? 0).toISOString(),
})
const byId = (rows: readonly Shown[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** Every session as Didit lists it now. */
export async function truthOf(house: Pick<House, 'emulator'>): Promise<Shown[]> {
  const all: Shown[] = []
  for (const kind of kinds) {
    const response = await house.emulator.app.request(`/v3/sessions/?session_kind=${kind}&limit=5000`, {
      headers: { 'x-api-key': 'emulator-key' },
    })
    const page = (await response.json()) as { results: Parameters<typeof factsOfRow>[0][] }
    all.push(...page.results.map((row) => shown(factsOfRow(row, kind))))
  }
  return byId(all)
}

/** Every session as the index has it. */
export async function indexOf(house: { deps: Pick<House['deps'], 'store'> }): Promise<Shown[]> {
  const rows = await house.deps.store.selectFrom('session_index').selectAll().execute()
  return byId(rows.map((row) => shown(adaptIndexRow(row, () => null))))
}

/** What the counters say and what counting says; and the texts that are searched beside those that should be. */
export async function accountsOf(house: House) {
  const { store } = house.deps
  const counts = await readCounts(store)
  const rows = await store.selectFrom('session_index').selectAll().execute()
  const counted = new Map<string, number>()
  for (const { kind, status } of rows) counted.set(`${kind} ${status}`, (counted.get(`${kind} ${status}`) ?? 0) + 1)
  const told = new Map<string, number>()
  for (const kind of kinds) for (const [status, n] of counts.by('status', { kind })) told.set(`${kind} ${status}`, n)
  const waiting = rows.filter(({ status }) => status === 'In Review')
  told.set('waiting', counts.waiting({}).all)
  told.set('waiting with hits', counts.waiting({}).watchList)
  told.set('waiting again', counts.waiting({}).returned)
  counted.set('waiting', waiting.length)
  counted.set('waiting with hits', waiting.filter((row) => (row.aml_hits ?? 0) > 0).length)
  counted.set('waiting again', waiting.filter((row) => (row.resubmissions ?? 0) > 0).length)
  const texts = rows.filter(
    (row) => row.search_text !== searchTextOf([row.name, row.number, row.vendor_data, row.email, row.phone, row.numbers]),
  )
  return { told, counted, wrongTexts: texts.length, warnings: await strayWarnings(house) }
}

async function strayWarnings(house: House): Promise<number> {
  const { store } = house.deps
  const rows = await store
    .selectFrom('session_index_warnings as w')
    .leftJoin('session_index as s', 's.position', 'w.position')
    .where('s.id', 'is', null)
    .select('w.code')
    .execute()
  return rows.length
}
