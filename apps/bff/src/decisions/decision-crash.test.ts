import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmulator, type Emulator } from '@verdict/emulator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { quiet } from '../testing/house-store.ts'
import { makeHouseClock } from '../testing/house-clock.ts'
import { HOUSE_EPOCH, makeHouse, type House } from '../testing/index.ts'
import { accepted, decide, letPass, oneSession, readDecision, recordOf, timesApplied, writesTo } from './testing/decision-desk.ts'
import { makeShakyTransport, type Mishap } from './testing/shaky-transport.ts'

let directory: string
let file: string
let emulator: Emulator
let line: ReturnType<typeof makeShakyTransport>
let houses: House[]
/** Each house has its own time: the clock of one that died stands still, and with it everything it had begun. */
let now: number

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'verdict-crash-'))
  file = join(directory, 'verdict.sqlite')
  now = HOUSE_EPOCH
  emulator = createEmulator({ seed: 3, sessions: 40, epoch: HOUSE_EPOCH, now: () => now })
  line = makeShakyTransport(emulator)
  houses = []
})
afterEach(async () => {
  for (const house of houses) await house.deps.store.destroy()
  await emulator.close()
  await rm(directory, { recursive: true })
})

const open = async (): Promise<House> => {
  const house = await makeHouse({ file, emulator, clock: makeHouseClock(now), transport: line.transport })
  houses.push(house)
  return house
}
const pass = async (house: House, ms: number): Promise<void> => {
  await letPass(house, ms)
  now = house.clock()
}

/** Decides in a house, lets it die where `mishap` leaves it, and opens another over the same file and Didit. */
const dieDuring = async (mishap: Mishap | 'held' | 'reading', meanwhile?: (house: House, sessionId: string) => Promise<unknown>) => {
  const first = await open()
  const agent = await first.signIn('reviewer')
  const sessionId = await oneSession(first)
  line.plan(...(mishap === 'held' || mishap === 'reading' ? [] : [mishap]))
  const { id } = await accepted(await decide(first, agent, sessionId))
  await first.deps.settled()
  if (mishap === 'reading') line.hangReads(true)
  if (mishap !== 'held') {
    const stuck = mishap === 'reading' ? line.nextRead() : line.nextWrite()
    first.clock.advance(5000)
    now = first.clock()
    await stuck
    await quiet(first.deps.store, 50)
  }
  line.hangReads(false)
  await meanwhile?.(first, sessionId)
  const second = await open()
  return { second, reader: await second.signIn('senior'), sessionId, id }
}

describe('a house that dies', () => {
  it.each(['held', 'reading', 'stuck', 'mute', 'late'] as const)(
    'while a decision is %s sends it exactly once after it comes back',
    async (when) => {
      const { second, reader, sessionId, id } = await dieDuring(when)
      const { state } = await readDecision(reader, id)
      expect(['held', 'uncertain', 'sending', 'settled']).toContain(state)
      if (when === 'late') await line.deliver()
      await pass(second, 120_000)
      const decision = await readDecision(reader, id)
      expect(decision).toMatchObject({ state: 'settled' })
      expect(await writesTo(second, sessionId)).toHaveLength(1)
      expect(await timesApplied(second, sessionId, decision.ledgerSeq)).toBe(1)
      const record = await recordOf(second, sessionId)
      expect(record[0]).toMatchObject({ action: 'decision.made', seq: decision.ledgerSeq })
      expect(record.filter(({ action }) => action === 'decision.settled')).toHaveLength(1)
    },
  )

  it('does not send before the time for undoing is over, and never what was undone', async () => {
    const { second, reader, sessionId, id } = await dieDuring('held')
    await pass(second, 4000)
    expect(await writesTo(second, sessionId)).toEqual([])
    expect((await reader.delete(`/api/decisions/${id}`)).status).toBe(200)
    const third = await open()
    await pass(third, 120_000)
    expect(await writesTo(third, sessionId)).toEqual([])
    expect((await third.deps.decisions.book.find(id))?.stage).toBe('undone')
  })

  it('does not send on evidence that changed while it was away', async () => {
    const { second, reader, sessionId, id } = await dieDuring('reading', (house, session) =>
      house.control('act', { sessionId: session, kind: 'status', status: 'Declined' }),
    )
    await pass(second, 120_000)
    expect(await readDecision(reader, id)).toMatchObject({
      state: 'void',
      // What its maker read was kept, sealed, so the difference can be told after the restart.
      changes: ['Status is now Declined, was In Review'],
    })
    expect(await writesTo(second, sessionId)).toEqual([])
  })
})
