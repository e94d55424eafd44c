import { createDidit, fetchTransport, type Transport } from '@verdict/didit'
import { createEmulator } from '@verdict/emulator'
import { Presence } from '@verdict/contract/lease'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lastStages } from '../decisions/decision-machine.ts'
import {
  accepted,
  decide,
  letChecksEnd,
  letPass,
  problemOf,
  sessionsIn,
  timesApplied,
  writesTo,
} from '../decisions/testing/decision-desk.ts'
import { makeShakyTransport, type Mishap } from '../decisions/testing/shaky-transport.ts'
import { evidenceHash } from '../sessions/evidence-hash.ts'
import { makeHouseClock } from '../testing/house-clock.ts'
import { Agent, HOUSE_EPOCH, makeHouse, ORIGIN, WEBHOOK_SECRET, type House } from '../testing/index.ts'
import { DEMO_PASSWORD } from '../people/demo-staff.ts'
import { makePostBag, rounds as postRounds, type Round } from './testing/post-bag.ts'

/** `THOROUGH=1` runs a thousand. */
const RUNS = process.env['THOROUGH'] === '1' ? 1000 : 40

let house: House
/** Every house has a clock of its own: that of one that was killed stands still, and with it all it had begun. */
const now = (): number => house?.clock() ?? HOUSE_EPOCH
const post = makePostBag((request) => house.app.fetch(request))
const emulator = createEmulator({ seed: 23, sessions: 9 * RUNS + 400, epoch: HOUSE_EPOCH, now, webhookFetch: post.take })
const line = makeShakyTransport(emulator, now)
let people: { agent: Agent; name: string }[]
let sessions: string[]
let kills = 0

/** A house over the store of the one before, which is dead: nothing leaves it any more and its time stands. */
let kill: () => void = () => undefined
const openAnew = async (): Promise<void> => {
  let alive = true
  kill()
  kill = () => void (alive = false)
  const before = house as House | undefined
  const transport: Transport = async (request) => (alive ? line.transport(request) : new Promise(() => undefined))
  house = await makeHouse({ emulator, clock: makeHouseClock(now()), transport, beside: before, alone: true })
}

/** Their browser stays open while the house falls and rises. */
const seat = async (name: 'reviewer' | 'reviewer2' | 'senior' | 'manager') => {
  const agent = new Agent((request) => house.app.fetch(request))
  await agent.post('/api/auth/sign-in/email', { email: `${name}@verdict.example`, password: DEMO_PASSWORD })
  const me = (await (await agent.get('/api/me')).json()) as { name: string }
  return { agent, name: me.name }
}

beforeAll(async () => {
  await openAnew()
  await house.control('limits', { off: true })
  await house.control('webhooks', { destination: { url: `${ORIGIN}/webhooks/didit`, secret: WEBHOOK_SECRET } })
  people = [await seat('reviewer'), await seat('reviewer2'), await seat('senior'), await seat('manager')]
  const whole = createDidit({
    apiKey: 'emulator-key',
    baseUrl: 'http://didit.judge',
    transport: fetchTransport((request) => emulator.app.fetch(request)),
  })
  const first = await sessionsIn(house, 'In Review')
  const more = await whole.sessions.list({ status: ['In Review'], kind: 'user', limit: 1000, offset: first.length })
  sessions = [...first, ...more.results.map((row) => row.session_id)]
}, 60_000)
afterAll(async () => house.close())

const judge = createDidit({
  apiKey: 'emulator-key',
  baseUrl: 'http://didit.judge',
  transport: fetchTransport((request) => emulator.app.fetch(request)),
  limits: { reads: 10_000_000 },
})
const hashNow = async (sessionId: string) => evidenceHash(await judge.sessions.decision({ sessionId }))

type Deed =
  | { do: 'decide'; who: number; outcome: 'Approved' | 'Declined'; stale: boolean }
  | { do: 'lease' | 'back' | 'takeover' | 'undo' | 'hurry'; who: number }
  | { do: 'pass'; ms: number }
  | { do: 'act'; status: 'Approved' | 'In Review' }
  | { do: 'hit' | 'restart' }
  | { do: 'mishap'; mishap: Mishap }
  | { do: 'post'; round: Round }

const who = fc.nat({ max: 3 })
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      who,
      outcome: fc.constantFrom('Approved' as const, 'Declined' as const),
      stale: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('lease' as const, 'lease' as const, 'back' as const, 'takeover' as const), who }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'hurry' as const), who }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(1000, 6000, 40_000, 91_000) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('act' as const), status: fc.constantFrom('Approved' as const, 'In Review' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('hit' as const, 'restart' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('post' as const), round: fc.constantFrom(...postRounds) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('mishap' as const), mishap: fc.constantFrom<Mishap>('lost', 'reset', 'mute', 'half', 'error') }),
  },
)

interface Afternoon {
  sessionId: string
  firstHash: string
  made: string[]
  told: Map<string, number>
}

/** Whoever lost is told who and what. */
const checkRefusal = async (answer: Response, told: Map<string, number>, holder: string | null): Promise<void> => {
  const problem = await problemOf(answer)
  told.set(problem.code, (told.get(problem.code) ?? 0) + 1)
  const names = people.map(({ name }) => name)
  if (problem.code === 'leased') {
    expect(names).toContain(problem.holder?.name)
    expect(problem.title).toContain(problem.holder?.name)
    if (holder !== null) expect(problem.holder?.name).toBe(holder)
  } else if (problem.code === 'already-decided') expect(names.some((name) => problem.title.includes(name))).toBe(true)
  else if (problem.code === 'evidence-changed') expect(problem.changes?.length).toBeGreaterThan(0)
  else expect(['state-forbids', 'not-allowed', 'warnings-unseen', 'invalid-input']).toContain(problem.code)
}

const holderOf = async (sessionId: string): Promise<string | null> => {
  const answer = await people[0]?.agent.get(`/api/sessions/${sessionId}/presence`)
  return Presence.parse(await answer?.json()).lease?.holder.name ?? null
}

/** Nothing upstream can hold a session still while a write travels, so what comes from outside waits for it. */
const travelling = { writes: 0 }
const settleWrites = async (): Promise<void> => {
  await letPass(house, 0)
  await letChecksEnd(house)
  while (travelling.writes > 0) await new Promise((resolve) => setImmediate(resolve))
}

const perform = async (deed: Deed, alone: boolean, { sessionId, firstHash, made, told }: Afternoon): Promise<unknown> => {
  const person = 'who' in deed ? people[deed.who] : undefined
  const lease = `/api/sessions/${sessionId}/lease`
  switch (deed.do) {
    case 'decide': {
      if (!person) return undefined
      const evidence = deed.stale ? firstHash : await hashNow(sessionId)
      const holder = alone ? await holderOf(sessionId) : null
      const { warnings = [] } = (await (await person.agent.get(`/api/sessions/${sessionId}`)).json()) as { warnings?: { id: string }[] }
      const dispositions = warnings.map(({ id }) => ({ warningId: id, answer: 'explained' as const }))
      const answer = await decide(house, person.agent, sessionId, {
        outcome: deed.outcome,
        reasonCode: 'policy',
        evidenceHash: evidence,
        dispositions,
      })
      if (answer.status !== 202) return checkRefusal(answer, told, holder)
      if (holder !== null) expect(holder).toBe(person.name)
      return made.push((await accepted(answer)).id)
    }
    case 'lease':
      return person?.agent.post(lease)
    case 'back':
      return person?.agent.delete(lease)
    case 'takeover':
      return person?.agent.post(lease, { takeover: true, note: 'Taken over.' })
    case 'undo':
      return person?.agent.delete(`/api/decisions/${made.at(-1) ?? 'none'}`)
    case 'hurry':
      return person?.agent.post(`/api/decisions/${made.at(-1) ?? 'none'}/send`)
    case 'pass':
      return letPass(house, deed.ms, 10_000)
    case 'act':
      await settleWrites()
      return house.control('act', { sessionId, kind: 'status', status: deed.status }).catch(() => undefined)
    case 'hit':
      await settleWrites()
      return house.control('act', { sessionId, kind: 'aml_hit', actor: 'system' }).catch(() => undefined)
    case 'restart':
      kills += 1
      return openAnew()
    case 'post':
      return post.go(deed.round)
    default:
      return line.plan(deed.mishap)
  }
}

/** What comes from outside happens between deeds: nothing upstream can hold the session still while a write travels. */
const outside = new Set<Deed['do']>(['act', 'hit', 'pass', 'restart'])

it(`lets one person at a time decide, once and on what they saw, in ${RUNS} interleavings (THOROUGH=1: 1000)`, async () => {
  const ends = new Map<string, number>()
  const told = new Map<string, number>()
  const afternoons = fc.asyncProperty(
    fc.array(fc.array(deeds, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 8 }),
    async (rounds) => {
      const sessionId = sessions.pop() ?? ''
      await emulator.app.request('/__emulator/requests', { method: 'DELETE' })
      const left: { seq: string; hash: string }[] = []
      line.watch(async ({ url, body }) => {
        if (!url.includes(sessionId)) return
        travelling.writes += 1
        left.push({
          seq: /ledger (\d+)\]/.exec(body ?? '')?.[1] ?? '',
          hash: await hashNow(sessionId).finally(() => (travelling.writes -= 1)),
        })
      })
      const afternoon: Afternoon = { sessionId, firstHash: await hashNow(sessionId), made: [], told }
      for (const round of rounds) {
        if (round.some((deed) => outside.has(deed.do))) for (const deed of round) await perform(deed, true, afternoon)
        else await Promise.all(round.map((deed) => perform(deed, round.length === 1, afternoon)))
      }
      line.plan()
      await post.go('all')
      await letPass(house, 40_000, 10_000)
      for (let turn = 0; turn < 30 && (await house.deps.decisions.book.openFor(sessionId)); turn += 1) {
        const open = await house.deps.decisions.book.openFor(sessionId)
        // What waits for a second person waits for ever: its maker takes it back.
        if (open?.stage === 'awaiting_second') for (const { agent } of people) await agent.delete(`/api/decisions/${open.id}`)
        await letPass(house, 10_000, 5000)
      }
      const writes = await writesTo(house, sessionId)
      let accounted = 0
      for (const id of afternoon.made) {
        const row = await house.deps.decisions.book.find(id)
        if (!row) throw new Error('an accepted decision is gone')
        ends.set(row.stage, (ends.get(row.stage) ?? 0) + 1)
        const applied = await timesApplied(house, sessionId, row.ledger_seq)
        const mine = writes.filter(({ body }) => body?.comment?.includes(`Verdict ledger ${row.ledger_seq}]`) === true)
        expect(lastStages).toContain(row.stage)
        expect(applied).toBe(row.stage === 'settled' ? 1 : 0)
        expect(mine).toHaveLength(applied)
        for (const { hash } of left.filter(({ seq }) => seq === String(row.ledger_seq))) expect(hash).toBe(row.evidence_hash)
        accounted += mine.length
      }
      expect(writes).toHaveLength(accounted)
    },
  )
  await fc.assert(afternoons, { numRuns: RUNS, seed: 20_261_121, endOnFailure: true })
  for (const stage of ['settled', 'undone', 'void']) expect(ends.get(stage) ?? 0, stage).toBeGreaterThan(0)
  for (const code of ['leased', 'already-decided', 'evidence-changed']) expect(told.get(code) ?? 0, code).toBeGreaterThan(0)
  expect(kills).toBeGreaterThan(0)
  for (const [fate, times] of Object.entries(post.counts)) if (fate !== 'refused') expect(times, fate).toBeGreaterThan(0)
  if (RUNS >= 1000) {
    const found = { ends: [...ends], told: [...told], kills, webhooks: post.counts }
    process.stdout.write(`interleavings ${RUNS}: ${JSON.stringify(found)}, ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB\n`)
  }
}, 1_800_000)
