import { Problem } from '@verdict/contract/problem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeHouse, ORIGIN } from '../testing/index.ts'
import type { Agent, House } from '../testing/index.ts'

let house: House
let admin: Agent
beforeAll(async () => {
  house = await makeHouse({ sessions: 5 })
  admin = await house.signIn('admin')
})
afterAll(() => house.close())

const problem = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  return Problem.parse(await response.json())
}
const person = { name: 'Sample', email: 'sample@verdict.example', password: 'long-enough-password', roles: ['analyst'] }
const raw = (headers: Record<string, string>, body = JSON.stringify(person)) =>
  house.app.fetch(new Request(`${ORIGIN}/api/people`, { method: 'POST', headers, body }))

describe('a change', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:9999' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a sister site', { origin: ORIGIN, 'sec-fetch-site': 'same-site' }],
    ['a page that hides where it is', { 'sec-fetch-site': 'cross-site' }],
    ['nobody knows where', {}],
  ])('from %s is refused', async (_where, headers) => {
    const response = await raw({ 'content-type': 'application/json', ...headers })
    expect(response.status).toBe(403)
    expect(await problem(response)).toMatchObject({ code: 'origin-refused' })
  })

  it.each([ORIGIN, 'http://localhost:8787', 'http://[::1]:8787'])('from our own page at %s gets as far as the sign-in', async (origin) => {
    expect((await raw({ 'content-type': 'application/json', origin })).status).toBe(401)
    expect((await raw({ 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin' })).status).toBe(401)
  })

  it('must be JSON, which no form can send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp']) {
      expect((await raw({ 'content-type': type, origin: ORIGIN })).status).toBe(415)
    }
  })

  it('may be no larger than 1 MiB, whether it says so or not', async () => {
    const large = await admin.post('/api/people', { ...person, name: 'x'.repeat(1_100_000) })
    expect(large.status).toBe(413)
    expect(await problem(large)).toMatchObject({ code: 'payload-too-large' })
  })

  it('that is broken JSON changes nothing', async () => {
    const visitor = house.visitor()
    const broken = await visitor.raw('POST', '/api/auth/sign-in/email', '{"email":')
    expect(broken.status).toBe(400)
    expect(await problem(broken)).toMatchObject({ code: 'invalid-input' })
  })

  it('that does not fit names each field', async () => {
    const response = await admin.post('/api/people', { ...person, email: 'x', password: 'short' })
    expect(response.status).toBe(422)
    const { fields } = await problem(response)
    expect(fields).toEqual([
      { path: 'email', message: 'This is not an e-mail address.' },
      { path: 'password', message: 'Use at least 12 characters.' },
    ])
  })
})

describe('an address', () => {
  it('that is unknown is a 404 problem, signed in or not', async () => {
    for (const agent of [admin, house.visitor()]) {
      const response = await agent.get('/api/no/such/thing')
      expect(response.status).toBe(404)
      expect(await problem(response)).toMatchObject({ code: 'not-found' })
    }
  })

  it('that takes other methods names them', async () => {
    const response = await admin.delete('/api/people')
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, POST')
    expect((await admin.get('/webhooks/didit')).headers.get('allow')).toBe('POST')
    expect((await admin.patch('/healthz')).status).toBe(405)
    expect((await admin.post('/queue')).status).toBe(404)
  })
})

describe('every answer', () => {
  it('carries the headers that keep a browser strict', async () => {
    for (const path of ['/', '/api/welcome', '/api/none', '/healthz']) {
      const { headers } = await house.visitor().get(path)
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self';.*frame-ancestors 'none'/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('strict-transport-security')).toBeNull()
    }
  })
})

describe('the log', () => {
  it('has one event per request: pattern and ids, no names, no queries, no passwords', async () => {
    const before = house.logLines.length
    await admin.patch('/api/people/some-secret-id?token=query-secret', { roles: ['analyst'] })
    const lines = house.logLines.slice(before)
    expect(lines).toHaveLength(1)
    const event: unknown = JSON.parse(lines[0] ?? '')
    expect(event).toMatchObject({
      method: 'PATCH',
      route: '/api/people/:personId',
      status: 404,
      requestId: expect.any(String),
      personId: expect.any(String),
    })
    expect(house.logLines.join('\n')).not.toMatch(/some-secret-id|query-secret|Jonas|@verdict|verdict-demo/)
  })
})

describe('a fault of ours', () => {
  it('tells the outside nothing and the log where it was', async () => {
    const broken = await makeHouse({ sessions: 5 })
    const manager = await broken.signIn('manager')
    await broken.deps.store.schema.alterTable('ledger_entries').renameTo('gone').execute()
    const response = await manager.get('/api/ledger')
    expect(response.status).toBe(500)
    const told = await problem(response)
    expect(told).toMatchObject({ code: 'internal', title: 'Verdict has a fault' })
    expect(JSON.stringify(told)).not.toMatch(/ledger_entries|sqlite|\.ts/i)
    expect(broken.logLines.find((line) => line.includes('unexpected error'))).toContain(String(told.requestId))
    await broken.close()
  })
})
