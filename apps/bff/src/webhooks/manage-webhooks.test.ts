import { Delivery, DeliveryPage, Destinations, GapList, SecretTaken, WebhookTest } from '@verdict/contract/webhooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { problemOf } from '../decisions/testing/decision-desk.ts'
import { makeHouse, ORIGIN, WEBHOOK_SECRET } from '../testing/index.ts'
import type { Agent, House } from '../testing/index.ts'
import { anEvent, post, postSigned, hmac, rowsOf, send, SESSION } from './testing/post-event.ts'

const url = `${ORIGIN}/webhooks/didit`

let house: House
let admin: Agent
beforeEach(async () => {
  house = await makeHouse({ sessions: 30, env: { DIDIT_WEBHOOK_SECRETS: '' } })
  admin = await house.signIn('admin')
})
afterEach(() => house.close())

const repair = async (): Promise<Destinations> => {
  const response = await admin.post('/api/webhooks/destination/repair')
  expect(response.status).toBe(200)
  return Destinations.parse(await response.json())
}
const destinations = async () => Destinations.parse(await (await admin.get('/api/webhooks/destinations')).json())
const deliveries = async (query = '') => DeliveryPage.parse(await (await admin.get(`/api/webhooks/deliveries${query}`)).json())
const deliver = async (index = 3) => {
  await house.control('webhooks', { deliver: { sessionId: house.emulator.world.facts(index).sessionId } })
  await house.emulator.idle()
  await house.deps.settled()
}
const record = async (action: string) =>
  house.deps.store.selectFrom('ledger_entries').select(['seq', 'body', 'ref']).where('action', '=', action).execute()

describe('our destination', () => {
  it('is registered by one click; its secret is taken over and deliveries arrive', async () => {
    expect(await destinations()).toMatchObject({ state: 'missing', secret: { known: false }, destinations: [] })
    const made = await repair()
    expect(made).toMatchObject({ state: 'good', faults: [], ourUrl: url, secret: { known: true, previousUntil: null } })
    expect(made.destinations).toMatchObject([{ ours: true, url, enabled: true, events: ['status.updated', 'data.updated'] }])
    await deliver()
    expect((await deliveries()).deliveries).toMatchObject([{ verifiedBy: 'raw', secret: 'current', state: 'done', times: 1 }])
    const [intent] = await record('webhook.registered')
    expect(await record('webhook.ended')).toMatchObject([{ ref: intent?.seq }])
  })

  it('is repaired: switched on, brought up to date, subscribed; what else it has stays', async () => {
    const broken = { url, enabled: false, version: 'v1', events: ['user.status.updated'] }
    await house.control('webhooks', { destination: broken })
    const before = await destinations()
    expect(before.state).toBe('faulty')
    expect(before.faults).toHaveLength(4)
    const after = await repair()
    expect(after).toMatchObject({ state: 'good', faults: [] })
    expect(after.destinations).toMatchObject([{ version: 'v3', events: ['user.status.updated', 'status.updated', 'data.updated'] }])
  })

  it('stands beside others, which are shown and left alone', async () => {
    await house.control('webhooks', { destination: { url: 'https://crm.example/hook', label: 'CRM' } })
    const made = await repair()
    expect(made.destinations.map(({ label, ours }) => [label, ours])).toEqual([
      ['CRM', false],
      ['Verdict', true],
    ])
  })

  it('gives its secret to nobody', async () => {
    const answer = await (await admin.post('/api/webhooks/destination/repair')).text()
    const wire = await house.deps.didit.webhookDestinations.list()
    const { secret_shared_key: secret = '' } = await house.deps.didit.webhookDestinations.get({ destinationUuid: wire[0]?.uuid ?? '' })
    expect(secret).toHaveLength(43)
    const pages = await Promise.all(
      ['destinations', 'deliveries', 'gaps'].map(async (page) => (await admin.get(`/api/webhooks/${page}`)).text()),
    )
    const kept = await house.deps.store.selectFrom('webhook_secrets').selectAll().execute()
    const entries = await house.deps.store.selectFrom('ledger_entries').select('body').execute()
    expect(JSON.stringify([answer, pages, kept, entries, house.logLines])).not.toContain(String(secret))
  })

  it('is for admins to change', async () => {
    for (const seat of ['manager', 'auditor', 'reviewer'] as const) {
      const agent = await house.signIn(seat)
      expect((await agent.post('/api/webhooks/destination/repair')).status).toBe(403)
    }
    expect((await (await house.signIn('auditor')).get('/api/webhooks/deliveries')).status).toBe(200)
  })
})

describe('the secret', () => {
  it('is changed without a gap: both count until Didit ends the old one, then only the new', async () => {
    await repair()
    const [before] = await house.deps.didit.webhookDestinations.list()
    const { secret_shared_key: old } = await house.deps.didit.webhookDestinations.get({ destinationUuid: before?.uuid ?? '' })
    await house.control('webhooks', { destination: { url, secret: 'the-new-secret-of-the-console', previousSecret: old } })
    await deliver(3)
    expect((await deliveries()).deliveries).toMatchObject([{ secret: 'previous', state: 'done' }])
    expect(await destinations()).toMatchObject({ state: 'faulty', secret: { newerSeen: true } })

    const taken = SecretTaken.parse(await (await admin.post('/api/webhooks/destination/secret')).json())
    expect(taken).toMatchObject({ changed: true, last4: 'sole', previousUntil: new Date(house.clock() + 86_400_000).toISOString() })
    expect(await destinations()).toMatchObject({ state: 'good', secret: { newerSeen: false, last4: 'sole' } })
    house.clock.advance(1000)
    await deliver(4)
    expect((await deliveries()).deliveries[0]).toMatchObject({ secret: 'current' })
    const byOld = JSON.stringify(anEvent(house))
    expect((await postSigned(house, byOld, String(old))).status).toBe(200)
    house.clock.advance(86_400_000)
    expect((await postSigned(house, JSON.stringify(anEvent(house, { event_id: 'later' })), String(old))).status).toBe(401)
    await deliver(5)
    expect((await deliveries()).deliveries[0]).toMatchObject({ secret: 'current' })
    expect(await problemOf(await admin.post('/api/webhooks/destination/secret'))).toMatchObject({ code: 'step-up-needed' })
    admin = await house.signIn('admin')
    expect(await (await admin.post('/api/webhooks/destination/secret')).json()).toMatchObject({ changed: false })
  })

  it('of another house secret cannot be opened and is not used', async () => {
    await repair()
    await house.deps.store.updateTable('webhook_secrets').set({ sealed: '1.AAAA.AAAA.AAAA' }).execute()
    house.clock.advance(60_000)
    expect(await destinations()).toMatchObject({ state: 'faulty', secret: { known: false } })
    expect(await repair()).toMatchObject({ state: 'good', secret: { known: true } })
  })
})

describe('a check', () => {
  it('has Didit deliver its latest again and sees it arrive', async () => {
    await repair()
    const nothing = WebhookTest.parse(await (await admin.post('/api/webhooks/destination/test')).json())
    expect(nothing).toMatchObject({ state: 'nothing-to-send', eventId: null })
    await deliver()
    const asked = WebhookTest.parse(await (await admin.post('/api/webhooks/destination/test')).json())
    expect(asked.state).toBe('asked')
    const arrived = Delivery.parse(await (await admin.get(`/api/webhooks/deliveries/${asked.eventId}`)).json())
    expect(arrived).toMatchObject({ times: 2 })
    expect(Date.parse(arrived.lastReceivedAt)).toBeGreaterThanOrEqual(Date.parse(asked.askedAt))
  })

  it('says so when the delivery is turned away, and when Didit shows no log', async () => {
    await repair()
    await deliver()
    await house.control('webhooks', { destination: { url, secret: 'nobody-told-us' } })
    expect(await (await admin.post('/api/webhooks/destination/test')).json()).toMatchObject({
      state: 'failed',
      said: 'Didit sent it. It was answered with 401.',
    })
    await house.control('faults', { match: '/deliveries/', kind: 'status', status: 403, body: { detail: 'No.' } })
    expect(await (await admin.post('/api/webhooks/destination/test')).json()).toMatchObject({ state: 'unavailable' })
    expect(await (await admin.get('/api/webhooks/gaps')).json()).toMatchObject({ gaps: [], unavailable: expect.stringContaining('log') })
  })

  it('needs a destination', async () => {
    const response = await admin.post('/api/webhooks/destination/test')
    expect(await problemOf(response)).toMatchObject({ status: 409, code: 'state-forbids' })
  })
})

describe('gaps', () => {
  it('are what Didit sent and what is not here; one is sent again', async () => {
    await repair()
    await deliver(3)
    await house.control('webhooks', { destination: { url, secret: 'wrong-for-a-while' } })
    await deliver(4)
    await repair()
    house.clock.advance(20_000)
    const list = GapList.parse(await (await admin.get('/api/webhooks/gaps')).json())
    expect(list).toMatchObject({ compared: 2, unavailable: null })
    expect(list.gaps).toMatchObject([{ sessionId: house.emulator.world.facts(4).sessionId, answer: 'It was answered with 401.' }])
    const again = await admin.post(`/api/webhooks/gaps/${list.gaps[0]?.deliveryId}/resend`)
    expect(again.status).toBe(204)
    house.clock.advance(20_000)
    expect(await (await admin.get('/api/webhooks/gaps')).json()).toMatchObject({ gaps: [] })
    expect(await record('webhook.resend-asked')).toHaveLength(1)
  })
})

describe('the list', () => {
  beforeEach(repair)

  it('pages without losing or repeating, filters, and counts what was turned away', async () => {
    await house.control('webhooks', { destination: { url, secret: WEBHOOK_SECRET } })
    await admin.post('/api/webhooks/destination/secret')
    for (let index = 0; index < 7; index += 1) {
      await send(house, { event_id: `event-${index}`, webhook_type: index % 2 === 0 ? 'status.updated' : 'data.updated' })
      if (index === 3) house.clock.advance(1000)
    }
    await post(house, '{}', {})
    await post(house, '{}', { 'x-signature': hmac('{}', 'forged') })
    await house.deps.settled()
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: DeliveryPage = await deliveries(`?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`)
      seen.push(...page.deliveries.map(({ eventId }) => eventId))
      cursor = page.nextCursor
    }
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
    expect((await deliveries('?event=data.updated')).deliveries).toHaveLength(3)
    expect((await deliveries(`?session=${SESSION}&state=done`)).deliveries).toHaveLength(7)
    expect((await admin.get('/api/webhooks/deliveries?cursor=nonsense')).status).toBe(422)
    expect((await deliveries()).refused).toMatchObject({
      total: 2,
      why: [
        { why: 'no-signature', count: 1 },
        { why: 'bad-signature', count: 1 },
      ],
    })
  })

  it('replays one on record', async () => {
    await deliver()
    const [row] = await rowsOf(house)
    const again = await admin.post(`/api/webhooks/deliveries/${row?.event_id}/replay`)
    expect(Delivery.parse(await again.json()).state).toBe('waiting')
    await house.deps.settled()
    expect(await rowsOf(house)).toMatchObject([{ state: 'done' }])
    expect(await record('webhook.replayed')).toHaveLength(1)
    expect((await admin.post('/api/webhooks/deliveries/nobody/replay')).status).toBe(404)
  })
})
