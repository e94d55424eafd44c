import { makeHouse, type Agent, type Store } from '@verdict/bff/testing'
import { Hono } from 'hono'
import { sql } from 'kysely'
import type { Figure } from '../report.ts'
import { makeChoice, timed, type Times } from './times.ts'

const MOST_MS = 15
const PAGE = 51
/** What a row of a list is made from. */
const shown = sql.raw(`position, id, kind, number, status, name, country, document_type, vendor_data, email, phone, workflow_id,
  workflow_label, created_at, review_at, has_portrait, features, warnings, warning_count, worst_severity, aml_hits, resubmissions,
  as_of, wants, rank_at`)

const plain = { reference: null, ratio: null }
const below = (name: string, value: number): Figure => ({
  name,
  value,
  unit: 'ms',
  ...plain,
  budget: `<= ${MOST_MS} ms`,
  ok: value <= MOST_MS,
})
const beside = (name: string, ours: Times, raw: Times): Figure[] => {
  const ratio = ours.p50 / raw.p50
  return [
    { name: `${name}, p50`, value: ours.p50, unit: 'ms', reference: raw.p50, ratio, budget: '<= 3 x the statement', ok: ratio <= 3 },
    below(`${name}, p99`, ours.p99),
  ]
}

const cursorAt = (after: number) => Buffer.from(JSON.stringify({ v: 2, sort: 'newest', after })).toString('base64url')

async function asked(agent: Agent, path: string): Promise<string> {
  const answer = await agent.get(path)
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 200)}`)
  return text
}

/** Names as people have them: whole, one of them, and a piece. */
async function searched(store: Store, from: number): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from session_index
    where name is not null and position > ${from} order by position limit 400`.execute(store)
  return rows.map(({ name }, index) => {
    const words = name.split(' ')
    if (index % 3 === 0) return words[0] ?? name
    return index % 3 === 1 ? (words.at(-1) ?? name).slice(0, 4) : name
  })
}

/** The figures of lists, counts and search of one store, through the whole house: signed in, by the route, in its contract. */
export async function pageFigures(title: string, address: string, times = 600): Promise<Figure[]> {
  const house = await makeHouse({ sessions: 60, address, env: { LOG_LEVEL: 'warn' } })
  try {
    const { store } = house.deps
    const agent = await house.signIn('senior')
    const { rows: ends } = await sql<{ first: number; last: number; all: number }>`select min(position) as first, max(position) as last,
      count(*) as "all" from session_index`.execute(store)
    const { first = 0, last = 0, all = 0 } = ends[0] ?? {}
    const choice = makeChoice()
    const anywhere = () => Math.floor(first + choice() * (last - first))
    const statement = async () =>
      (await sql`select ${shown} from session_index where position < ${anywhere()} order by position desc limit ${PAGE}`.execute(store))
        .rows
    const isSqlite = !address.startsWith('postgres')
    const waiting = sql.raw(isSqlite ? 'session_index indexed by session_index_waiting' : 'session_index')
    const queued = async () =>
      sql`select ${shown} from ${waiting} where status = 'In Review' order by rank_at, id limit ${PAGE}`.execute(store)
    const bare = new Hono().get('/', async (c) => c.json(await statement()))

    const rawPage = await timed(times, statement)
    const barePage = await timed(times, async () => (await bare.request('/')).text())
    const page = await timed(times, async () => asked(agent, `/api/sessions?limit=50&cursor=${cursorAt(anywhere())}`))
    const rawQueue = await timed(times, queued)
    const queue = await timed(times, async () => asked(agent, '/api/queue?limit=50'))
    const filtered = await timed(times / 2, async () =>
      asked(agent, `/api/sessions?limit=50&status=Approved,Declined&country=DEU&cursor=${cursorAt(anywhere())}`),
    )
    const facets = await timed(times / 2, async () => asked(agent, '/api/index/facets?status=Declined'))
    const names = await searched(store, anywhere())
    const search = await timed(times / 2, async (turn) =>
      asked(agent, `/api/sessions?limit=50&q=${encodeURIComponent(names[turn % names.length] ?? '')}`),
    )
    const within = await timed(times / 4, async (turn) =>
      asked(agent, `/api/sessions?limit=50&status=In%20Review&q=${encodeURIComponent(names[turn % names.length] ?? '')}`),
    )
    const what = `50 of ${all.toLocaleString('en-GB')}, ${title}`
    return [
      ...beside(`sessions page ${what}`, page, rawPage),
      bareFigure(`sessions page ${what}`, page, barePage),
      ...beside(`queue page ${what}`, queue, rawQueue),
      below(`sessions by status and country ${what}, p99`, filtered.p99),
      below(`search by name ${what}, p95`, search.p95),
      below(`search in review ${what}, p95`, within.p95),
      below(`counts of each value, ${title}, p99`, facets.p99),
    ]
  } finally {
    await house.close()
  }
}

/** What a bare route makes of the same statement: neither signed in, nor counted, nor in a contract. */
const bareFigure = (name: string, ours: Times, bare: Times): Figure => ({
  name: `${name}, beside a bare route`,
  value: ours.p50,
  unit: 'ms',
  reference: bare.p50,
  ratio: ours.p50 / bare.p50,
  budget: 'shown only',
  ok: true,
})
