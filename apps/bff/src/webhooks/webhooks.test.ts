import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { House } from '../testing/index.ts'
import { makeHouse, ORIGIN, WEBHOOK_SECRET } from '../testing/index.ts'
import { anEvent, hmac, post, postSigned, rowsOf, send, SESSION } from './testing/post-event.ts'

let house: House
let told: (string | null)[]
beforeEach(async () => {
  told = []
  house = await makeHouse({ sessions: 20, changed: (sessionId) => told.push(sessionId) })
})
afterEach(() => house.close())

const kept = () => rowsOf(house)

describe('a delivery of Didit’s', () => {
  it('is on disk before it is thanked for, and the session is forgotten after', async () => {
    const response = await send(house)
    expect(response.status).toBe(200)
    expect(await kept()).toMatchObject([{ event_id: 'event-1', session_id: SESSION, type: 'status.updated', received_at: house.clock() }])
    await house.deps.settled()
    expect(told).toEqual([SESSION])
    expect(await kept()).toMatchObject([{ state: 'done', outcome: 'The session is read again.' }])
  })

  it('counts once, however often it comes', async () => {
    const body = JSON.stringify(anEvent(house))
    const answers = await Promise.all([postSigned(house, body), postSigned(house, body), postSigned(house, body)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    await house.deps.settled()
    expect(await kept()).toMatchObject([{ times: 3 }])
    expect(told).toHaveLength(1)
  })

  it('keeps nothing of the body but where to look', async () => {
    const metadata = { note: 'private-words' }
    await send(house, { vendor_data: 'private-words', metadata, decision: { id_verifications: [{ first_name: 'private-words' }] } })
    expect(JSON.stringify(await kept())).not.toContain('private-words')
  })

  it('with the simple signature alone is a hint: looked after, under a name of our own, without its status', async () => {
    const body = anEvent(house, { event_id: 'chosen-by-anybody' })
    const simple = hmac(`${body.timestamp}:${body.session_id}:${body.status}:${body.webhook_type}`, WEBHOOK_SECRET)
    expect((await post(house, JSON.stringify(body), { 'x-signature-simple': simple })).status).toBe(200)
    // The same four values with another body are the same hint.
    await post(house, JSON.stringify({ ...body, event_id: 'another' }), { 'x-signature-simple': simple })
    await house.deps.settled()
    expect(told).toEqual([SESSION])
    expect(await kept()).toMatchObject([{ event_id: expect.stringMatching(/^hint-/), trusted: 0, status: null, times: 2 }])
    await send(house, { event_id: 'chosen-by-anybody' })
    await house.deps.settled()
    expect(told).toEqual([SESSION, SESSION])
  })

  it('about no session in particular makes us look at everything again', async () => {
    await send(house, { session_id: undefined })
    await house.deps.settled()
    expect(told).toEqual([null])
  })

  it('about something else than sessions is kept and changes nothing', async () => {
    for (const [index, type] of ['user.status.updated', 'business.data.updated', 'something.new'].entries()) {
      const response = await send(house, { event_id: `event-${index}`, session_id: undefined, webhook_type: type })
      expect(response.status).toBe(200)
    }
    await house.deps.settled()
    expect(told).toEqual([])
    expect((await kept()).map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  })
})

describe('anything else', () => {
  it('is refused without work', async () => {
    const body = JSON.stringify(anEvent(house))
    const old = JSON.stringify(anEvent(house, { timestamp: Math.floor(house.clock() / 1000) - 301 }))
    const answers = await Promise.all([
      postSigned(house, body, 'another-secret'),
      post(house, body, {}),
      post(house, `${body} `, { 'x-signature': hmac(body, WEBHOOK_SECRET) }),
      postSigned(house, old),
      postSigned(house, '[]'),
      postSigned(house, 'not json'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401])
    await house.deps.settled()
    expect(told).toEqual([])
    expect(await kept()).toEqual([])
  })

  it('is refused when it is huge', async () => {
    expect((await send(house, { decision: 'x'.repeat(6_000_000) })).status).toBe(413)
    const metrics = await (await house.visitor().get('/metrics')).text()
    expect(metrics).toContain('verdict_webhooks_total{outcome="refused",how="too-large"} 1')
  })

  it('is refused by a house without secrets', async () => {
    const closed = await makeHouse({ sessions: 5, env: { DIDIT_WEBHOOK_SECRETS: '' } })
    const body = JSON.stringify(anEvent(house))
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
    await flowing.deps.settled()
    expect(told).toEqual([session.sessionId])
    await flowing.close()
  })
})
