import { HeldBackError, fetchTransport, type Transport } from '@verdict/didit'
import { createEmulator } from '@verdict/emulator'
import { afterEach, describe, expect, it } from 'vitest'
import { letPass, oneSession, problemOf, recordOf } from '../decisions/testing/decision-desk.ts'
import { makeHouseClock } from '../testing/house-clock.ts'
import { HOUSE_EPOCH, makeHouse, type House } from '../testing/index.ts'

let house: House | undefined
afterEach(async () => {
  await house?.close()
  house = undefined
})

/** A house whose process stands still for so long in the very moment in which a write to Didit would leave. */
const openStandingStill = async (ms: number): Promise<{ house: House; writes: () => string[] }> => {
  const clock = makeHouseClock(HOUSE_EPOCH)
  const emulator = createEmulator({ seed: 1, sessions: 120, epoch: HOUSE_EPOCH, now: clock })
  const line = fetchTransport((request) => emulator.app.fetch(request))
  const left: string[] = []
  const transport: Transport = async (request) => {
    if (request.method === 'GET') return line(request)
    clock.advance(ms)
    if (request.mayLeave?.() === false) throw new HeldBackError()
    left.push(new URL(request.url).pathname)
    return line(request)
  }
  house = await makeHouse({ clock, emulator, transport })
  return { house, writes: () => left }
}

describe('a process that stood still', () => {
  it.each([
    { what: 'blocklist', seat: 'analyst', path: () => '/api/blocklist', body: { items: ['face'], reason: 'Ring.' } },
    {
      what: 'share',
      seat: 'manager',
      path: (id: string) => `/api/sessions/${id}/shares`,
      body: { applicationId: '11111111-2222-4333-8444-555555555555', ttlSeconds: 3600, purpose: 'Onboarding.' },
    },
  ] as const)('for longer than its lease sends nothing of it to Didit: $what', async ({ seat, path, body }) => {
    const { house: open, writes } = await openStandingStill(30_000)
    const agent = await open.signIn(seat)
    const sessionId = await oneSession(open, 'Approved')
    const answer = await agent.post(path(sessionId), seat === 'analyst' ? { sessionId, ...body } : body)
    expect(await problemOf(answer)).toMatchObject({ status: 503, title: 'This was not sent' })
    expect(writes()).toEqual([])
    expect((await recordOf(open, sessionId)).at(-1)).toMatchObject({ outcome: 'not-sent' })
  })

  it('for a moment only goes on', async () => {
    const { house: open, writes } = await openStandingStill(2_000)
    const sessionId = await oneSession(open, 'Approved')
    const answer = await (await open.signIn('analyst')).post('/api/blocklist', { sessionId, items: ['face'], reason: 'Ring.' })
    expect(answer.status).toBeLessThan(300)
    expect(writes()).toHaveLength(1)
  })

  it('does not copy a note that another may have given up by then', async () => {
    const { house: open, writes } = await openStandingStill(30_000)
    const sessionId = await oneSession(open)
    expect((await (await open.signIn('reviewer')).post(`/api/sessions/${sessionId}/notes`, { text: 'Seal is fine.' })).status).toBe(201)
    await open.deps.settled()
    expect(writes()).toEqual([])
  })
})

describe('an approval that a process was carrying out', () => {
  it('is left to it while it lives, and is shown as not certain once it has died', async () => {
    house = await makeHouse({ sessions: 120 })
    const open = house
    const analyst = await open.signIn('analyst')
    const sessionId = await oneSession(open, 'Approved')
    expect((await analyst.post('/api/blocklist', { sessionId, items: ['face'], reason: 'Ring.' })).status).toBeLessThan(300)
    expect((await analyst.post('/api/blocklist/remove', { sessionId, items: ['face'], reason: 'Mistake.' })).status).toBe(202)
    const row = async () => open.deps.store.selectFrom('approvals').select(['stage', 'problem']).executeTakeFirstOrThrow()
    const carriedOutBy = async (worker_id: string) =>
      open.deps.store.updateTable('approvals').set({ stage: 'doing', second_by_id: 'somebody', worker_id }).execute()
    await carriedOutBy(open.deps.presence.id)
    await letPass(open, 60_000, 5_000)
    expect(await row()).toMatchObject({ stage: 'doing' })
    await carriedOutBy('one that is gone')
    for (let turn = 0; turn < 10 && (await row()).stage === 'doing'; turn += 1) await letPass(open, 12_000, 5_000)
    expect(await row()).toMatchObject({ stage: 'approved', problem: expect.stringContaining('not certain') })
  })
})
