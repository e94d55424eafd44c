import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeHouse, ORIGIN, WEBHOOK_SECRET } from '../testing/index.ts'
import type { House } from '../testing/index.ts'

let house: House
let told: (string | null)[]
beforeEach(async () => {
  told = []
  house = await makeHouse({ sessions: 20, changed: (sessionId) => told.push(sessionId) })
})
afterEach(() => house.close())

const sessionId = '11111111-2222-4333-8444-555555555555'
const event = (over: object = {}) => ({
  event_id: 'event-1',
  webhook_type: 'status.updated',
  timestamp: Math.floor(house.clock() / 1000),
  created_at: Math.floor(house.clock() / 1000),
  session_id: sessionId,
  status: 'Approved',
  ...over,
})
const hmac = (text: string, secret: string) => createHmac('sha256', secret).update(text).digest('hex')

function deliver(body: string, headers: Record<string, string>): Response | Promise<Response> {
  return house.app.fetch(
    new Request(`${ORIGIN}/webhooks/didit`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }),
  )
}
const signed = (body: string, secret = WEBHOOK_SECRET) => deliver(body, { 'x-signature': hmac(body, secret) })
const kept = () => house.deps.store.selectFrom('webhook_events').selectAll().execute()

describe('a delivery of Didit’s', () => {
  it('is on disk before it is thanked for, and the session is forgotten', async () => {
    const response = await signed(JSON.stringify(event()))
    expect(response.status).toBe(200)
    expect(await kept()).toMatchObject([{ event_id: 'event-1', session_id: sessionId, type: 'status.updated', received_at: house.clock() }])
    expect(told).toEqual([sessionId])
  })

  it('counts once, however often it comes', async () => {
    const body = JSON.stringify(event())
    const answers = await Promise.all([signed(body), signed(body), signed(body)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await kept()).toHaveLength(1)
    expect(told).toHaveLength(1)
  })

  it('with the simple signature alone is a hint: looked after, never kept', async () => {
    const body = event({ event_id: 'chosen-by-anybody' })
    const simple = hmac(`${body.timestamp}:${body.session_id}:${body.status}:${body.webhook_type}`, WEBHOOK_SECRET)
    expect((await deliver(JSON.stringify(body), { 'x-signature-simple': simple })).status).toBe(200)
    expect(told).toEqual([sessionId])
    expect(await kept()).toEqual([])
  })

  it('about no session in particular makes us look at everything again', async () => {
    await signed(JSON.stringify(event({ session_id: undefined, webhook_type: 'user.status.updated' })))
    expect(told).toEqual([null])
  })
})

describe('anything else', () => {
  it('is refused without work', async () => {
    const body = JSON.stringify(event())
    const old = JSON.stringify(event({ timestamp: Math.floor(house.clock() / 1000) - 301 }))
    const answers = await Promise.all([
      signed(body, 'another-secret'),
      deliver(body, {}),
      deliver(`${body} `, { 'x-signature': hmac(body, WEBHOOK_SECRET) }),
      signed(old),
      signed('[]'),
      signed('not json'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401])
    expect(told).toEqual([])
    expect(await kept()).toEqual([])
  })

  it('is refused when it is huge', async () => {
    expect((await signed(JSON.stringify(event({ decision: 'x'.repeat(6_000_000) })))).status).toBe(413)
  })

  it('is refused by a house without secrets', async () => {
    const closed = await makeHouse({ sessions: 5, env: { DIDIT_WEBHOOK_SECRETS: '' } })
    const body = JSON.stringify(event())
    const response = await closed.app.fetch(
      new Request(`${ORIGIN}/webhooks/didit`, { method: 'POST', headers: { 'x-signature': hmac(body, '') }, body }),
    )
    expect(response.status).toBe(401)
    expect(await response.text()).toContain('DIDIT_WEBHOOK_SECRETS')
    await closed.close()
  })
})

describe('the emulator’s own delivery', () => {
  it('is understood: what somebody else did is seen at the next look', async () => {
    const flowing = await makeHouse({ sessions: 20, webhooks: true, changed: (id) => told.push(id) })
    const session = flowing.emulator.world.facts(3)
    await flowing.control('webhooks', { deliver: { sessionId: session.sessionId } })
    await flowing.emulator.idle()
    expect(told).toEqual([session.sessionId])
    await flowing.close()
  })
})
