import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmulator } from '@verdict/emulator'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeHouseClock } from '../testing/house-clock.ts'
import { quiet } from '../testing/house-store.ts'
import { HOUSE_EPOCH, type Agent } from '../testing/index.ts'
import { lastStages } from './decision-machine.ts'
import { accepted, decide, recordOf, sessionsIn, timesApplied, writesTo } from './testing/decision-desk.ts'
import { openPausable, type PausableHouse, type PausePoint } from './testing/pausable-house.ts'
import { makeShakyTransport, type Mishap } from './testing/shaky-transport.ts'

/** `THOROUGH=1` runs them all. */
const RUNS = process.env['THOROUGH'] === '1' ? 300 : 16

const clock = makeHouseClock(HOUSE_EPOCH)
const emulator = createEmulator({ seed: 17, sessions: 900, epoch: HOUSE_EPOCH, now: clock })
const line = makeShakyTransport(emulator, clock)
let directory: string
const houses: PausableHouse[] = []
/** The two that are at work; one that dies is replaced by a new one. */
const desks: { house: PausableHouse; agent: Agent }[] = []
let sessions: string[]

const open = async () => {
  const file = join(directory, 'verdict.sqlite')
  const house = await openPausable({ file, emulator, clock, transport: line.transport, beside: houses[0] })
  houses.push(house)
  return { house, agent: await house.signIn('senior') }
}
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'verdict-processes-'))
  desks.push(await open(), await open())
  await houses[0]?.control('limits', { off: true })
  sessions = houses[0] ? await sessionsIn(houses[0], 'In Review') : []
}, 60_000)
afterAll(async () => {
  for (const house of houses) house.resume()
  for (const house of houses) await house.deps.stop()
  for (const house of houses.toReversed()) await house.deps.store.destroy()
  await emulator.close()
  await rm(directory, { recursive: true })
}, 60_000)

const everything = async () => {
  for (const { house } of desks) await quiet(house.deps.store)
}
const letPass = async (ms: number, step = 4000) => {
  await everything()
  for (const end = clock() + ms; clock() < end;) {
    clock.advance(Math.min(step, end - clock()))
    await everything()
  }
}

type Deed =
  | { do: 'decide' | 'hurry' | 'undo' | 'pause' | 'resume' | 'die'; at: 0 | 1 }
  | { do: 'pauseAt'; at: 0 | 1; point: PausePoint }
  | { do: 'pass'; ms: number }
  | { do: 'deliver' }
  | { do: 'mishap'; mishap: Mishap }
const at = fc.constantFrom(0 as const, 1 as const)
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('decide' as const), at }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('hurry' as const, 'undo' as const), at }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('pause' as const, 'resume' as const, 'resume' as const), at }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('pauseAt' as const),
      at,
      point: fc.constantFrom<PausePoint>('read', 'read-answer', 'write', 'write-answer'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('die' as const), at }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(1000, 6000, 26_000, 61_000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('deliver' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('mishap' as const),
      mishap: fc.constantFrom<Mishap>('lost', 'reset', 'mute', 'late', 'stuck', 'half', 'error'),
    }),
  },
)

/** A process that stands still in the middle of sending, for longer or shorter than its lease. */
const interrupted: fc.Arbitrary<Deed[]> = fc
  .record({
    at,
    point: fc.constantFrom<PausePoint>('read', 'read-answer', 'write', 'write-answer'),
    ms: fc.constantFrom(6000, 18_000, 26_000, 40_000, 61_000, 90_000),
  })
  .map(({ at: who, point, ms }) => [
    { do: 'decide', at: who },
    { do: 'pauseAt', at: who, point },
    { do: 'hurry', at: who },
    { do: 'pass', ms },
    { do: 'resume', at: who },
  ])
/** Decided in one process and taken back in the other. */
const takenBack: fc.Arbitrary<Deed[]> = at.map((who) => [
  { do: 'decide', at: who },
  { do: 'undo', at: who === 0 ? 1 : 0 },
])
const afternoon = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: deeds.map((deed) => [deed]) },
      { weight: 2, arbitrary: interrupted },
      { weight: 1, arbitrary: takenBack },
    ),
    {
      minLength: 3,
      maxLength: 12,
    },
  )
  .map((parts) => parts.flat())

/** A paused house answers nobody: whoever asks it waits, and here goes on without an answer. */
const perform = async (deed: Deed, sessionId: string, made: string[]): Promise<void> => {
  if (deed.do === 'pass') return letPass(deed.ms)
  if (deed.do === 'deliver') return line.deliver()
  if (deed.do === 'mishap') return line.plan(deed.mishap)
  const desk = desks[deed.at]
  if (!desk) return
  const { house, agent } = desk
  if (deed.do === 'pause') return house.pause()
  if (deed.do === 'pauseAt') return house.pauseAt(deed.point)
  if (deed.do === 'resume') return house.resume()
  if (deed.do === 'die') {
    house.pause()
    desks[deed.at] = await open()
    return
  }
  const ask = async () => {
    if (deed.do === 'undo') return agent.delete(`/api/decisions/${made.at(-1) ?? 'none'}`)
    if (deed.do === 'hurry') return agent.post(`/api/decisions/${made.at(-1) ?? 'none'}/send`)
    const answer = await decide(house, agent, sessionId, { reasonCode: 'policy', outcome: 'Declined' })
    return answer.status === 202 ? made.push((await accepted(answer)).id) : undefined
  }
  await Promise.race([ask().catch(() => undefined), everything()])
}

it(`never writes one decision twice while ${RUNS} afternoons pause and kill its processes (THOROUGH=1: 300)`, async () => {
  const ends = new Map<string, number>()
  const afternoons = fc.asyncProperty(afternoon, async (all) => {
    const sessionId = sessions.pop() ?? ''
    const made: string[] = []
    await emulator.app.request('/__emulator/requests', { method: 'DELETE' })
    for (const deed of all) await perform(deed, sessionId, made)
    line.plan()
    for (const { house } of desks) house.resume()
    const [one] = desks
    if (!one) throw new Error('nobody is at work')
    await letPass(60_000, 5000)
    const { book } = one.house.deps.decisions
    for (let turn = 0; turn < 30 && (await book.openFor(sessionId)); turn += 1) await letPass(10_000, 5000)

    const writes = await writesTo(one.house, sessionId)
    const rows = await one.house.deps.store.selectFrom('decisions').selectAll().where('session_id', '=', sessionId).execute()
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(made))
    for (const row of rows) {
      ends.set(row.stage, (ends.get(row.stage) ?? 0) + 1)
      expect(lastStages).toContain(row.stage)
      const applied = await timesApplied(one.house, sessionId, row.ledger_seq)
      expect(applied, row.stage).toBe(row.stage === 'settled' ? 1 : 0)
      expect(writes.filter(({ body }) => body?.comment?.endsWith(`Verdict ledger ${row.ledger_seq}]`) === true)).toHaveLength(applied)
      const record = (await recordOf(one.house, sessionId)).filter(
        ({ ref, action }) => ref === row.ledger_seq && /settled|undone|void/.test(action),
      )
      expect(record).toHaveLength(1)
    }
  })
  await fc.assert(afternoons, { numRuns: RUNS, seed: 20_260_116, endOnFailure: true })
  for (const stage of ['settled', 'undone']) expect(ends.get(stage) ?? 0, stage).toBeGreaterThan(0)
}, 300_000)
