import { describe, expect, test } from 'vitest'
import { wordAt } from '../json-value.ts'
import { House, NOBODY } from '../testing/house.ts'
import type { JsonObject } from '../world/types.ts'

const BASE = '/v3/webhook/destinations/'
const made = { label: 'Desk', url: 'https://desk.example/hook', subscribed_events: ['status.updated', 'data.updated'] }

describe('webhook destinations', () => {
  test('are made with a secret, listed without it, changed wholesale and deleted', async () => {
    const house = new House({ sessions: 20 })
    const { status, body } = await house.call('POST', BASE, made)
    expect(status).toBe(201)
    expect(wordAt(body, 'secret_shared_key')).toMatch(/^[A-Za-z0-9_-]{43}$/)
    const rows = (await house.get(BASE)).json as JsonObject[]
    expect(rows).toEqual([
      expect.objectContaining({ uuid: body['uuid'], subscribed_events_count: 2, deliveries_count: 0, average_response_time_ms: null }),
    ])
    expect(rows[0]).not.toHaveProperty('secret_shared_key')
    const path = `${BASE}${wordAt(body, 'uuid')}/`
    const changed = await house.call('PATCH', path, { subscribed_events: ['user.status.updated'], enabled: false })
    expect(changed.body).toMatchObject({
      subscribed_events: ['user.status.updated'],
      enabled: false,
      secret_shared_key: body['secret_shared_key'],
    })
    expect((await house.call('DELETE', path)).status).toBe(204)
    expect((await house.get(path)).json).toEqual({ detail: 'Webhook destination not found.' })
    expect((await house.get(BASE)).json).toEqual([])
  })

  test.each([
    [{ label: 'x' }, { url: ['This field is required.'] }],
    [{ ...made, subscribed_events: [] }, { subscribed_events: ['At least one subscribed event is required.'] }],
    [{ ...made, subscribed_events: ['foo.bar'] }, { subscribed_events: ['Unsupported webhook events: foo.bar'] }],
    [{ ...made, url: 'https://taken.example/' }, { url: ['This webhook destination already exists for the application.'] }],
  ])('refuse %j', async (body, errors) => {
    const house = new House({ sessions: 20 })
    await house.call('POST', BASE, { ...made, url: 'https://taken.example/' })
    const answer = await house.call('POST', BASE, body)
    expect([answer.status, answer.json]).toEqual([400, errors])
  })

  test('get nothing while disabled or without subscriptions, and never another application’s events', async () => {
    const house = new House()
    await house.call('POST', BASE, { label: 'none', url: 'https://none.example/' })
    await house.call('POST', BASE, { ...made, enabled: false })
    await house.call('POST', BASE, { ...made, url: 'https://partner.example/' }, 'emulator-key-2')
    await house.call('PATCH', `/v3/session/${await house.idWith('In Review')}/update-status/`, { new_status: 'Approved' })
    expect(await house.webhooks()).toEqual([])
  })

  test('an unknown delivery cannot be sent again', async () => {
    const house = new House({ sessions: 20 })
    const { body } = await house.call('POST', BASE, made)
    expect((await house.call('POST', `${BASE}${wordAt(body, 'uuid')}/deliveries/${NOBODY}/resend/`)).status).toBe(404)
  })
})
