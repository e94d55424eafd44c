import { spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordAt } from '../json-value.ts'
import { House } from '../testing/house.ts'
import { pythonJson } from './python-json.ts'

const python = spawnSync('python3', ['--version']).status === 0

const ORACLE = `
import json, sys
def shorten(v):
    if isinstance(v, dict): return {k: shorten(x) for k, x in v.items()}
    if isinstance(v, list): return [shorten(x) for x in v]
    if isinstance(v, float) and v.is_integer(): return int(v)
    return v
values = [shorten(v) for v in json.load(sys.stdin)]
out = [[json.dumps(v, sort_keys=True, separators=(",", ":"), ensure_ascii=a) for a in (True, False)] for v in values]
sys.stdout.reconfigure(encoding="utf-8")
print(json.dumps(out))
`

function oracle(values: readonly unknown[]): string[][] {
  const run = spawnSync('python3', ['-c', ORACLE], { input: JSON.stringify(values), encoding: 'utf8', maxBuffer: 64 << 20 })
  return JSON.parse(run.stdout) as string[][]
}

const hmac = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('hex')

describe('the body', () => {
  test.skipIf(!python)("is what Python's json.dumps writes (needs python3)", () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('"', '\\', '\n', '\u0000', '\u007f', '/', '😀', 'é', '￿', '10', '9'),
        fc.string({ minLength: 1, maxLength: 3 }),
      ),
    })
    const number = fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(1e-7, 1e16, 1e21, 2 ** 60, -0, 0.1, 1e-5, 123456.789),
    )
    const leaf = fc.oneof(text, number, fc.boolean(), fc.constant(null))
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(text, tie('value'), { maxKeys: 5 })),
    }))
    const samples = fc.sample(fc.array(value, { maxLength: 3 }), { numRuns: 400, seed: 7 })
    const clean: never[] = JSON.parse(JSON.stringify(samples))
    const said = oracle(clean)
    clean.forEach((sample, position) => {
      expect(pythonJson(sample, { ascii: true })).toBe(said[position]?.[0])
      expect(pythonJson(sample, { ascii: false })).toBe(said[position]?.[1])
    })
  })

  test('is signed three ways, and a fourth to sixth with the secret before a rotation', async () => {
    const house = new House()
    await house.subscribe('new-secret', { previousSecret: 'old-secret' })
    const id = await house.idWith('In Review')
    await house.call('PATCH', `/v3/session/${id}/update-status/`, { new_status: 'Approved', comment: 'Größe 😀' })
    await house.emulator.idle()
    const sent = house.received.find(({ body }) => body.includes('"webhook_type":"status.updated"'))
    const { headers, body } = sent ?? { headers: new Headers(), body: '' }
    expect(/^[ -~]*$/.test(body)).toBe(true)
    const parsed = JSON.parse(body) as Record<string, unknown>
    const simple = `${String(parsed['timestamp'])}:${id}:Approved:status.updated`
    const v2 = body.replaceAll(/\\u([0-9a-f]{4})/g, (escape, hex: string) =>
      Number.parseInt(hex, 16) >= 0x7f ? String.fromCharCode(Number.parseInt(hex, 16)) : escape,
    )
    for (const [secret, suffix] of [
      ['new-secret', ''],
      ['old-secret', '-previous'],
    ] as const) {
      expect(headers.get(`x-signature${suffix}`)).toBe(hmac(secret, body))
      expect(headers.get(`x-signature-v2${suffix}`)).toBe(hmac(secret, v2))
      expect(headers.get(`x-signature-simple${suffix}`)).toBe(hmac(secret, simple))
    }
    expect(headers.get('x-timestamp')).toBe(String(parsed['timestamp']))
    expect(parsed).toMatchObject({
      session_id: id,
      status: 'Approved',
      environment: 'live',
      decision: { session_id: id, status: 'Approved' },
    })
    house.time += 25 * 3_600_000
    house.received.length = 0
    await house.bring(id, 'In Review')
    await house.call('PATCH', `/v3/session/${id}/update-status/`, { new_status: 'Declined' })
    await house.emulator.idle()
    expect(house.received[0]?.headers.has('x-signature-previous')).toBe(false)
  })
})

describe('delivery', () => {
  const decide = async (house: House): Promise<void> => {
    const id = await house.idWith('In Review')
    await house.call('PATCH', `/v3/session/${id}/update-status/`, { new_status: 'Approved' })
    await house.emulator.idle()
  }

  test.each([
    [[500, 404, 200], 3],
    [[0, 200], 2],
    [[503, 503, 503, 503], 3],
    [[400], 1],
    [[301], 1],
  ])('answered %j takes %i attempts, each logged, all with one id', async (answers, attempts) => {
    const house = new House()
    await house.subscribe('s', { events: ['status.updated'] })
    house.answers.push(...answers)
    await decide(house)
    const events = await house.webhooks()
    expect(events).toHaveLength(attempts)
    expect(new Set(events.map((event) => event['event_id'])).size).toBe(1)
    const [destination] = (await house.get('/v3/webhook/destinations/')).json as { uuid: string; deliveries_count: number }[]
    expect(destination?.deliveries_count).toBe(attempts)
    const log = await house.rows(`/v3/webhook/destinations/${destination?.uuid}/deliveries/`)
    expect(log.map((row) => row['attempt'])).toEqual(Array.from({ length: attempts }, (_, i) => attempts - i))
  })

  test('is not awaited by the call that caused it', async () => {
    const house = new House()
    await house.subscribe()
    const id = await house.idWith('In Review')
    const answer = await house.call('PATCH', `/v3/session/${id}/update-status/`, { new_status: 'Approved' })
    expect(answer.status).toBe(200)
    expect(house.received).toHaveLength(0)
    await house.emulator.idle()
    expect(house.received.length).toBeGreaterThan(0)
  })

  test('a resend keeps the id and takes a fresh timestamp and signature', async () => {
    const house = new House()
    await house.subscribe('s', { events: ['status.updated'] })
    await decide(house)
    const [destination] = (await house.get('/v3/webhook/destinations/')).json as { uuid: string }[]
    const path = `/v3/webhook/destinations/${destination?.uuid}/deliveries/`
    const [row] = await house.rows(path)
    house.time += 90_000
    await house.call('POST', `${path}${wordAt(row ?? {}, 'uuid')}/resend/`)
    const [first, second] = await house.webhooks()
    expect(second?.['event_id']).toBe(first?.['event_id'])
    expect(Number(second?.['timestamp'])).toBe(Number(first?.['timestamp']) + 90)
    expect(second?.['created_at']).toBe(first?.['created_at'])
    expect(house.received[1]?.headers.get('x-signature')).toBe(hmac('s', house.received[1]?.body ?? ''))
  })

  test('duplicates, lost and reordered events on demand', async () => {
    const house = new House()
    await house.subscribe('s', { events: ['status.updated'] })
    await house.call('POST', '/__emulator/webhooks', { duplicate: 1, drop: 1 })
    await decide(house)
    expect(house.received).toHaveLength(0)
    await decide(house)
    const twice = await house.webhooks()
    expect(twice).toHaveLength(2)
    expect(twice[0]?.['event_id']).toBe(twice[1]?.['event_id'])
    house.received.length = 0
    await house.call('POST', '/__emulator/webhooks', { duplicate: 0, reorder: true })
    const id = await house.idWith('In Review')
    await house.call('PATCH', `/v3/session/${id}/update-status/`, { new_status: 'Approved' })
    house.time += 5000
    await house.call('PATCH', `/v3/session/${id}/update-status/`, { new_status: 'Declined' })
    await house.call('POST', '/__emulator/webhooks', { deliver: 'held' })
    const order = (await house.webhooks()).filter((event) => event['session_id'] === id).map((event) => event['status'])
    expect(order).toEqual(['Declined', 'Approved'])
  })

  test('reviews, deletions and blocklisting tell nobody', async () => {
    const house = new House()
    await house.subscribe()
    const id = await house.idWith('Approved')
    await house.call('POST', `/v3/sessions/${id}/reviews/`, { comment: 'x' })
    await house.call('POST', '/v3/blocklist/add/', { session_id: id, blocklist_face: true })
    await house.call('DELETE', `/v3/session/${id}/delete/`)
    expect(await house.webhooks()).toEqual([])
  })

  test('older versions get one block per feature', async () => {
    const house = new House()
    await house.subscribe('s', { version: 'v2', events: ['status.updated'] })
    await decide(house)
    const [event] = await house.webhooks()
    expect(event?.['decision']).toHaveProperty('id_verification')
    expect(event?.['decision']).not.toHaveProperty('id_verifications')
  })
})
