/*
 * `node --max-semi-space-size=8 apps/bench/src/million/backfill.ts`: a bff that has never seen Didit reads SESSIONS sessions (a million) with
 * Didit's limits on and a clock that jumps over waits. It goes on where it was stopped: MINUTES says how long a run may
 * take for real.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { HOUSE_EPOCH, makeHouse, type House } from '@verdict/bff/testing'
import { fetchTransport } from '@verdict/didit'
import { sql } from 'kysely'
import { startProgram, stopProgram } from '../processes.ts'
import { report, type Figure } from '../report.ts'
import { makeSteppingClock, settled } from './stepping-clock.ts'
import { folder, SESSIONS } from './stores.ts'
import { NOW_HEADER, type Truth } from './upstream.ts'

const port = Number(process.env['BENCH_PORT'] ?? 9890)
const minutes = Number(process.env['MINUTES'] ?? 60)
const upstream = `http://127.0.0.1:${port}`
const WINDOW_MS = 60_000

interface Call {
  at: string
  status: number | null
  method: string
}

const plain = { reference: null, ratio: null }
const figure = (name: string, value: number, unit: string, most: number | null): Figure => ({
  name: `backfill of ${SESSIONS.toLocaleString('en-GB')}: ${name}`,
  value,
  unit,
  ...plain,
  budget: most === null ? 'shown only' : `<= ${most}${unit === '' ? '' : ` ${unit}`}`,
  ok: most === null || value <= most,
})

/** The most calls that fell into one minute. */
function fullestMinute(calls: readonly Call[]): number {
  const times = calls.map(({ at }) => Date.parse(at)).toSorted((a, b) => a - b)
  let [most, from] = [0, 0]
  for (const [index, at] of times.entries()) {
    while ((times[from] ?? at) <= at - WINDOW_MS) from += 1
    most = Math.max(most, index - from + 1)
  }
  return most
}

/** Sessions of which the index says something else than the emulator. */
async function differences({ deps: { store } }: House, { counts, some }: Truth): Promise<number> {
  const { rows } = await sql<{ kind: string; status: string; n: number }>`select kind, status, count(*) as n from session_index
    group by kind, status`.execute(store)
  const known = new Map(rows.map(({ kind, status, n }) => [`${kind} ${status}`, n]))
  const all = new Set([...known.keys(), ...Object.keys(counts)])
  let wrong = [...all].reduce((sum, key) => sum + Math.abs((known.get(key) ?? 0) - (counts[key] ?? 0)), 0)
  for (const { id, ...told } of some) {
    const row = await store.selectFrom('session_index').selectAll().where('id', '=', id).executeTakeFirst()
    if (row?.status !== told.status || row.number !== told.number || Math.abs(row.created_at - told.createdAt) > 1) wrong += 1
  }
  return wrong
}

async function run(): Promise<Figure[]> {
  const home = join(folder, `backfill-${SESSIONS}`)
  if (process.argv.includes('--anew')) rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  const program = new URL('upstream.ts', import.meta.url).pathname
  const root = new URL('../../../..', import.meta.url).pathname
  const child = await startProgram(program.slice(root.length), {}, `${upstream}/healthz`, [port, SESSIONS, HOUSE_EPOCH].map(String))
  const clock = makeSteppingClock(HOUSE_EPOCH + 1_000)
  let underWay = 0
  const transport = fetchTransport(async (request) => {
    underWay += 1
    try {
      const address = new URL(request.url)
      const headers = new Headers(request.headers)
      headers.set(NOW_HEADER, String(clock()))
      const answer = await fetch(`${upstream}${address.pathname}${address.search}`, { method: request.method, headers })
      return new Response(await answer.arrayBuffer(), { status: answer.status, headers: answer.headers })
    } finally {
      underWay -= 1
    }
  })
  const house = await makeHouse({ sessions: 1, clock, transport, address: join(home, 'verdict.sqlite'), env: { LOG_LEVEL: 'warn' } })
  try {
    const { index, store } = house.deps
    const asOf = await store
      .selectFrom('session_index')
      .select((row) => row.fn.max('as_of').as('at'))
      .executeTakeFirst()
    clock.advance(Math.max(0, (asOf?.at ?? 0) + WINDOW_MS - clock()))
    const resumed = (asOf?.at ?? null) !== null
    const [began, beganAt] = [performance.now(), clock()]
    const agent = await house.signIn('reviewer')
    index.start()
    let firstPage: { real: number } | undefined
    let progress = await index.describe()
    let [most, toldAt, turns] = [0, 0, 0]
    while (progress.phase !== 'watching' && performance.now() - began < minutes * 60_000) {
      await settled(() => underWay > 0)
      turns += 1
      if (turns % 50 === 1) {
        progress = await index.describe()
        most = Math.max(most, process.memoryUsage.rss())
        if (progress.phase !== 'starting' && !firstPage) {
          const page = await agent.get('/api/sessions?limit=50')
          if (page.status === 200) firstPage = { real: performance.now() - began }
        }
        if (performance.now() - toldAt > 20_000) {
          toldAt = performance.now()
          const said = `${progress.known} sessions, ${Math.round((clock() - beganAt) / 1_000)} s by its clock`
          console.log(`${said}, ${Math.round((performance.now() - began) / 1_000)} s by ours, ${Math.round(most / 2 ** 20)} MB`)
        }
      }
      clock.step()
    }
    await index.stop()
    const calls = (await (await fetch(`${upstream}/__emulator/requests`)).json()) as Call[]
    const refused = calls.filter(({ status }) => status === 429).length
    const figures = [
      figure('calls', calls.length, '', null),
      figure('refused by Didit’s limits', refused, '', 0),
      figure('most calls in a minute', fullestMinute(calls), '', 600),
      figure('memory at most, bench and bff in one', most / 2 ** 20, 'MB', null),
      figure('took by its clock', (clock() - beganAt) / 60_000, 'min', null),
      figure('took for real', (performance.now() - began) / 60_000, 'min', null),
    ]
    if (firstPage && !resumed) figures.unshift(figure('first page after', firstPage.real / 1_000, 's', 10))
    if (progress.phase !== 'watching') {
      console.log(`Not finished: ${progress.known} sessions are known. Run it again, it goes on from there.`)
      return figures
    }
    const truth = (await (await fetch(`${upstream}/truth`)).json()) as Truth
    return [...figures, figure('sessions that differ from the emulator’s', await differences(house, truth), '', 0)]
  } finally {
    await house.close()
    await stopProgram(child)
  }
}

report(await run(), null)
