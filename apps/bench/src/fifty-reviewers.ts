/*
 * `node apps/bench/src/fifty-reviewers.ts`: fifty reviewers at work with Didit's limits on and a clock that is moved by
 * hand. MINUTES says how long; the budget speaks of 60.
 */
import { makeHouse, type Agent, type House } from '@verdict/bff/testing'
import { report, type Figure } from './report.ts'

const PEOPLE = 50
const minutes = Number(process.env['MINUTES'] ?? 60)

interface Worker {
  agent: Agent
  nextAt: number
  open: { id: string; evidenceHash: string; warnings: { id: string }[] } | null
}
interface Tally {
  decided: number
  refused: number
  /** What the last refused decision was told. */
  why: string
  limited: number
  longestWaitMs: number
}

async function inReview(house: House, enough: number): Promise<string[]> {
  const ids: string[] = []
  for (let offset = 0; ids.length < enough; offset += 200) {
    const path = `/v3/sessions/?status=In%20Review&limit=200&offset=${String(offset)}`
    const response = await house.emulator.app.request(path, { headers: { 'x-api-key': 'emulator-key' } })
    const page = (await response.json()) as { results: { session_id: string }[] }
    if (page.results.length === 0) return ids
    ids.push(...page.results.map((row) => row.session_id))
    house.clock.advance(1_000)
  }
  return ids
}

/** Asks and notes how long the house kept waiting, by its own clock. */
async function timed(house: House, tally: Tally, ask: () => Promise<Response>): Promise<Response> {
  const began = house.clock()
  const answer = await ask()
  tally.longestWaitMs = Math.max(tally.longestWaitMs, house.clock() - began)
  if (answer.status === 429) tally.limited += 1
  return answer
}

/** Opens the next case with its trail, Didit's half of it as soon as there is room, or decides the one that was read. */
async function work(house: House, worker: Worker, ids: string[], tally: Tally): Promise<void> {
  const { open, agent } = worker
  if (open) {
    const { evidenceHash, warnings } = open
    const seen = warnings.map((warning) => warning.id)
    const input = { outcome: 'Approved', reasonCode: 'checks-passed', comment: 'Read in full.', evidenceHash, seen }
    const answer = await timed(house, tally, async () => agent.post(`/api/sessions/${open.id}/decisions`, input))
    if (answer.status === 202) tally.decided += 1
    else {
      tally.refused += 1
      tally.why = await answer.text()
    }
    worker.open = null
    return
  }
  const id = ids.pop()
  if (id === undefined) return
  const answer = await timed(house, tally, async () => agent.get(`/api/sessions/${id}`))
  if (answer.status !== 200) return
  worker.open = (await answer.json()) as NonNullable<Worker['open']>
  await timed(house, tally, async () => agent.get(`/api/sessions/${id}/timeline?didit=known`))
  await agent.get(`/api/sessions/${id}/timeline?didit=calm`)
}

/** A minute and a half for each case, everybody at another moment. */
export async function fiftyReviewers(): Promise<Figure[]> {
  const house = await makeHouse({ sessions: minutes * 260 })
  try {
    const ids = await inReview(house, Math.ceil(PEOPLE * minutes * 0.8))
    house.clock.advance(60_000)
    const agents = [await house.signIn('reviewer'), await house.signIn('reviewer2'), await house.signIn('senior')]
    const began = house.clock()
    const workers = Array.from({ length: PEOPLE }, (_, index): Worker => {
      return { agent: agents[index % agents.length] ?? house.visitor(), nextAt: began + index * 900, open: null }
    })
    const tally: Tally = { decided: 0, refused: 0, why: '', limited: 0, longestWaitMs: 0 }
    while (house.clock() < began + minutes * 60_000) {
      for (const worker of workers.filter(({ nextAt }) => nextAt <= house.clock())) {
        await work(house, worker, ids, tally)
        worker.nextAt += 45_000
      }
      house.clock.advance(1_000)
      await house.deps.decisions.worker.settle()
    }
    if (tally.why !== '') console.log(tally.why)
    const calls = (await (await house.emulator.app.request('/__emulator/requests')).json()) as { status: number | null; method: string }[]
    const tooMany = calls.filter(({ status }) => status === 429).length
    const reads = calls.filter(({ method }) => method === 'GET').length
    const plain = { reference: null, ratio: null }
    const name = `fifty reviewers, ${String(minutes)} min, ${String(tally.decided)} decided`
    return [
      { name: `${name}: refused by Didit’s limits`, value: tooMany, unit: '', ...plain, budget: '0', ok: tooMany === 0 },
      { name: `${name}: told to wait`, value: tally.limited, unit: '', ...plain, budget: '0', ok: tally.limited === 0 },
      {
        name: `${name}: longest wait`,
        value: tally.longestWaitMs,
        unit: 'ms',
        ...plain,
        budget: '<= 2000 ms',
        ok: tally.longestWaitMs <= 2000,
      },
      { name: `${name}: reads a case`, value: reads / Math.max(1, tally.decided), unit: '', ...plain, budget: 'shown only', ok: true },
      { name: `${name}: decisions refused`, value: tally.refused, unit: '', ...plain, budget: '0', ok: tally.refused === 0 },
    ]
  } finally {
    await house.close()
  }
}

if (import.meta.main) report(await fiftyReviewers(), null)
