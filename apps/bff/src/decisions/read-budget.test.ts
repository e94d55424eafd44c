import { createHmac } from 'node:crypto'
import { SessionDetail } from '@verdict/contract/case'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callsTo } from '../sessions/testing/house-reading.ts'
import { makeHouse, ORIGIN, WEBHOOK_SECRET, type Agent, type House } from '../testing/index.ts'
import { accepted, decide, letPass, problemOf, readDecision, recordOf, sessionsIn, writesTo } from './testing/decision-desk.ts'

let house: House
let reviewer: Agent
let sessions: string[]
let id: string
let read: string
beforeAll(async () => {
  house = await makeHouse({ sessions: 120 })
  reviewer = await house.signIn('reviewer')
  sessions = await sessionsIn(house, 'In Review')
})
afterAll(() => house.close())

/** Somebody opens a case that nobody opened before. */
beforeEach(async () => {
  id = sessions.shift() ?? ''
  read = SessionDetail.parse(await (await reviewer.get(`/api/sessions/${id}`)).json()).evidenceHash
})

const reads = async () => (await callsTo(house, `/v3/session/${id}/decision/`)).length
const somebodyElse = async () => house.control('act', { sessionId: id, kind: 'status', status: 'Declined', webhook: false })
const decideAsRead = async () => decide(house, reviewer, id, { evidenceHash: read })

/** What Didit tells us of the session, or of something that names none. */
const hear = async (sessionId: string | null) => {
  const seconds = Math.floor(house.clock() / 1000)
  const named = sessionId === null ? {} : { session_id: sessionId }
  const body = JSON.stringify({ event_id: `${id} ${sessionId ?? ''}`, webhook_type: 'status.updated', timestamp: seconds, ...named })
  const signature = createHmac('sha256', WEBHOOK_SECRET).update(body).digest('hex')
  const headers = { 'content-type': 'application/json', 'x-signature': signature }
  const answer = await house.app.fetch(new Request(`${ORIGIN}/webhooks/didit`, { method: 'POST', headers, body }))
  expect(answer.status).toBe(200)
}

describe('a case that is read and decided at once', () => {
  it('costs three reads, the last two to be sure of the evidence, and one write', async () => {
    expect(await reads()).toBe(1)
    const made = await accepted(await decideAsRead())
    expect(await reads()).toBe(2)
    await letPass(house, 6000)
    expect(await readDecision(reviewer, made.id)).toMatchObject({ state: 'settled' })
    expect(await reads()).toBe(3)
    expect(await writesTo(house, id)).toHaveLength(1)
  })

  it('is not sent when it changed meanwhile: what is asked before sending is never from memory', async () => {
    const made = await accepted(await decideAsRead())
    await somebodyElse()
    await letPass(house, 6000)
    expect(await readDecision(reviewer, made.id)).toMatchObject({ state: 'void', changes: ['Status is now Declined, was In Review'] })
    expect(await writesTo(house, id)).toEqual([])
  })
})

describe('Didit is asked again before a decision is recorded', () => {
  it.each<[string, () => unknown]>([
    ['at once', () => undefined],
    ['when half a minute has passed', () => house.clock.advance(30_000)],
    ['when a webhook spoke of the session', () => hear(id)],
    ['when a webhook did not say of which', () => hear(null)],
    ['when something of ours was written', () => house.deps.evidence.forget(id)],
  ])('%s', async (_when, happens) => {
    await somebodyElse()
    await happens()
    const refused = await decideAsRead()
    expect(await problemOf(refused)).toMatchObject({ code: 'evidence-changed', status: 409 })
    expect(await reads()).toBe(2)
    expect((await recordOf(house, id)).filter(({ action }) => action.startsWith('decision'))).toEqual([])
  })

  it('when what the person read is not what is in memory', async () => {
    await somebodyElse()
    await house.deps.evidence.read(id, 'fresh')
    expect(await problemOf(await decideAsRead())).toMatchObject({ code: 'evidence-changed' })
    expect(await reads()).toBe(3)
  })
})
