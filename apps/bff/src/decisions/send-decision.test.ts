import { createEmulator } from '@verdict/emulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeHouse, HOUSE_EPOCH, type Agent, type House } from '../testing/index.ts'
import { makeHouseClock } from '../testing/house-clock.ts'
import {
  accepted,
  decide,
  letPass,
  readDecision,
  recordLines,
  sessionsIn,
  statusOf,
  timesApplied,
  writesTo,
} from './testing/decision-desk.ts'
import { makeShakyTransport, type Mishap } from './testing/shaky-transport.ts'

const clock = makeHouseClock(HOUSE_EPOCH)
const emulator = createEmulator({ seed: 7, sessions: 240, epoch: HOUSE_EPOCH, now: clock })
const line = makeShakyTransport(emulator)
let house: House
let reviewer: Agent
let sessions: string[]

beforeAll(async () => {
  house = await makeHouse({ emulator, clock, transport: line.transport })
  reviewer = await house.signIn('reviewer')
  sessions = await sessionsIn(house, 'In Review')
})
afterAll(async () => house.close())

const begin = async (...mishaps: Mishap[]) => {
  const sessionId = sessions.shift() ?? ''
  line.plan(...mishaps)
  const { id } = await accepted(await decide(house, reviewer, sessionId, { outcome: 'Declined', reasonCode: 'policy' }))
  const { ledgerSeq } = await readDecision(reviewer, id)
  return { sessionId, id, ledgerSeq }
}
const events = async (sessionId: string) => (await recordLines(house, sessionId)).map((entry) => entry.split(' ').slice(-2).join(' '))

/** Runs until a call that gets no answer has met its time limit. */
const outwait = async (): Promise<void> => {
  const left = line.nextWrite()
  clock.advance(5000)
  await left
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
  clock.advance(15_000)
  await house.deps.decisions.worker.settle()
}

describe('a write whose answer is lost', () => {
  it.each(['reset', 'half', 'error'] as const)('is found in Didit’s trail after %s, and not sent again', async (mishap) => {
    const { sessionId, id, ledgerSeq } = await begin(mishap)
    await letPass(house, 120_000)
    expect(await readDecision(reviewer, id)).toMatchObject({ state: 'settled', problem: null })
    expect(await timesApplied(house, sessionId, ledgerSeq)).toBe(1)
    expect(await writesTo(house, sessionId)).toHaveLength(1)
    expect(await events(sessionId)).toEqual(['Duarte decision.made', 'decision.uncertain uncertain', 'decision.settled Declined'])
  })

  it('is found after a time-out', async () => {
    const { sessionId, id } = await begin('mute')
    await outwait()
    expect(await readDecision(reviewer, id)).toMatchObject({ state: 'settled' })
    expect(await writesTo(house, sessionId)).toHaveLength(1)
  })

  it.each(['lost', 'stuck'] as const)('that was %s on the way is sent again only after its absence was proven', async (mishap) => {
    const { sessionId, id, ledgerSeq } = await begin(mishap)
    await (mishap === 'stuck' ? outwait() : letPass(house, 6000))
    const unsure = await readDecision(reviewer, id)
    expect(unsure.state).toBe('uncertain')
    expect(unsure.problem).toContain('not known whether the decision arrived')
    expect((await reviewer.delete(`/api/decisions/${id}`)).status).toBe(409)
    expect(await writesTo(house, sessionId)).toEqual([])
    await letPass(house, 60_000)
    expect(await readDecision(reviewer, id)).toMatchObject({ state: 'settled', problem: null })
    expect(await writesTo(house, sessionId)).toHaveLength(1)
    expect(await timesApplied(house, sessionId, ledgerSeq)).toBe(1)
  })

  it('is not doubled when it arrives late', async () => {
    const { sessionId, id, ledgerSeq } = await begin('late')
    await outwait()
    expect(await readDecision(reviewer, id)).toMatchObject({ state: 'uncertain' })
    await line.deliver()
    await letPass(house, 120_000)
    expect(await readDecision(reviewer, id)).toMatchObject({ state: 'settled' })
    expect(await writesTo(house, sessionId)).toHaveLength(1)
    expect(await timesApplied(house, sessionId, ledgerSeq)).toBe(1)
  })

  it('stays uncertain and says so for as long as Didit cannot be read', async () => {
    const { sessionId, id } = await begin('reset')
    const left = line.nextWrite()
    clock.advance(5000)
    await left
    line.failReads(true)
    await letPass(house, 600_000)
    const unsure = await readDecision(reviewer, id)
    expect(unsure.state).toBe('uncertain')
    expect(unsure.problem).toContain('Didit does not answer')
    line.failReads(false)
    await letPass(house, 61_000)
    expect(await readDecision(reviewer, id)).toMatchObject({ state: 'settled', problem: null })
    expect(await writesTo(house, sessionId)).toHaveLength(1)
    expect(await events(sessionId)).toHaveLength(3)
  })

  it('is void when somebody else changed the session meanwhile', async () => {
    const { sessionId, id } = await begin('lost')
    await letPass(house, 6000)
    await house.control('act', { sessionId, kind: 'status', status: 'Approved' })
    await letPass(house, 60_000)
    const decision = await readDecision(reviewer, id)
    expect(decision).toMatchObject({ state: 'void', changes: ['Status is now Approved, was In Review'] })
    expect(decision.problem).toContain('It is not sent again')
    expect(await writesTo(house, sessionId)).toEqual([])
    expect(await statusOf(house, sessionId)).toBe('Approved')
  })
})

describe('before it is sent', () => {
  it.each([
    ['status', { status: 'Approved' }, 'Status is now Approved, was In Review'],
    ['delete', {}, 'The session no longer exists at Didit'],
  ])('the evidence is read again: %s by somebody else makes it void', async (kind, more, change) => {
    const { sessionId, id } = await begin()
    await house.control('act', { sessionId, kind, ...more })
    await letPass(house, 60_000)
    const decision = await readDecision(reviewer, id)
    expect(decision.state).toBe('void')
    expect(decision.changes).toContain(change)
    expect(decision.problem).toContain('Nothing was sent')
    expect(await writesTo(house, sessionId)).toEqual([])
    expect(await events(sessionId)).toEqual(['Duarte decision.made', 'decision.void void'])
  })

  it('a new watch-list hit alone makes it void', async () => {
    const sessionId = (await hitSession()) ?? ''
    const { id } = await accepted(await decide(house, reviewer, sessionId))
    await house.control('act', { sessionId, kind: 'aml_hit', actor: 'system' })
    await letPass(house, 60_000)
    const decision = await readDecision(reviewer, id)
    expect(decision.state).toBe('void')
    expect(decision.changes.join('\n')).toContain('New watch-list hit')
    expect(await writesTo(house, sessionId)).toEqual([])
  })

  it('a colleague’s note or a look at the case changes nothing', async () => {
    const { sessionId, id } = await begin()
    await house.control('act', { sessionId, kind: 'review', comment: 'Looks fine to me', viewed: true })
    await letPass(house, 6000)
    expect(await readDecision(reviewer, id)).toMatchObject({ state: 'settled' })
  })

  it('waits while Didit cannot be read, can be undone meanwhile, and says why', async () => {
    const { sessionId, id } = await begin()
    line.failReads(true)
    await letPass(house, 30_000)
    const waiting = await readDecision(reviewer, id)
    expect(waiting).toMatchObject({ state: 'held' })
    expect(waiting.problem).toContain('Didit does not answer')
    expect((await reviewer.delete(`/api/decisions/${id}`)).status).toBe(200)
    line.failReads(false)
    await letPass(house, 120_000)
    expect(await writesTo(house, sessionId)).toEqual([])
  })
})

const hitSession = async (): Promise<string | undefined> => {
  for (const id of sessions) {
    const { wire } = await house.deps.evidence.read(id, 'cached')
    if ((wire.aml_screenings ?? []).length > 0) {
      sessions = sessions.filter((other) => other !== id)
      return id
    }
  }
  return undefined
}

describe('when Didit says no', () => {
  const fault = async (status: number, body: unknown, more: Record<string, unknown> = {}) =>
    house.control('faults', { match: '/update-status/', kind: 'status', status, body, times: 1, ...more })

  it('is refused with its reasons, which stay out of the record', async () => {
    const { sessionId, id } = await begin()
    await fault(400, { comment: ['Ensure this field has no more than 10 characters.'] })
    await letPass(house, 60_000)
    const decision = await readDecision(reviewer, id)
    expect(decision.state).toBe('refused')
    expect(decision.problem).toBe('Didit refused the decision: Ensure this field has no more than 10 characters.')
    expect(await timesApplied(house, sessionId, decision.ledgerSeq)).toBe(0)
    expect(await events(sessionId)).toEqual(['Duarte decision.made', 'decision.refused refused'])
  })

  it('takes “the same status” for settled when our entry is there', async () => {
    const { sessionId, id, ledgerSeq } = await begin()
    await fault(400, ['The new status is the same as the current status.'], { when: 'after' })
    await letPass(house, 60_000)
    expect(await readDecision(reviewer, id)).toMatchObject({ state: 'settled' })
    expect(await timesApplied(house, sessionId, ledgerSeq)).toBe(1)
  })

  it('waits for its turn after 429 and is sent once', async () => {
    const { sessionId, id, ledgerSeq } = await begin()
    await fault(429, { detail: 'Request was throttled.' }, { times: 4, headers: { 'retry-after': '7' } })
    await letPass(house, 120_000)
    expect(await readDecision(reviewer, id)).toMatchObject({ state: 'settled', problem: null })
    expect((await writesTo(house, sessionId)).filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await timesApplied(house, sessionId, ledgerSeq)).toBe(1)
  })

  it('is refused when the key may read but not write', async () => {
    const { id } = await begin()
    await fault(403, { detail: 'You do not have permission to perform this action.' })
    await letPass(house, 6000)
    const decision = await readDecision(reviewer, id)
    expect(decision.state).toBe('refused')
    expect(decision.problem).toContain('Didit refuses our key')
  })

  it.each([500, 502, 503])('looks before it sends again after %i', async (status) => {
    const { sessionId, id, ledgerSeq } = await begin()
    await fault(status, { detail: 'broken' })
    await letPass(house, 120_000)
    expect(await readDecision(reviewer, id)).toMatchObject({ state: 'settled' })
    expect(await timesApplied(house, sessionId, ledgerSeq)).toBe(1)
    const names = await events(sessionId)
    expect(names).toContain('decision.uncertain uncertain')
  })
})
