import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routeFacts } from '../http/route-facts.ts'
import type { Agent } from './agent.ts'
import { makeHouse, WEBHOOK_SECRET } from './make-house.ts'
import type { House, Seat } from './make-house.ts'

let house: House
const agents = new Map<Seat, Agent>()
const secrets = new Set<string>(['emulator-key', WEBHOOK_SECRET, 'house-secret-house-secret', 'verdict-demo-hash', 'x-api-key'])
/** Everything that left the house towards browsers: where, and what. */
const left: { where: string; text: string }[] = []

beforeAll(async () => {
  house = await makeHouse({ sessions: 60, webhooks: true })
  for (const seat of ['reviewer', 'senior', 'analyst', 'manager', 'auditor', 'admin'] as const) agents.set(seat, await house.signIn(seat))
})
afterAll(() => house.close())

async function ask(agent: Agent, method: string, path: string, body?: unknown) {
  const response = await agent.request(method, path, body, {})
  const headers = JSON.stringify([...response.headers].filter(([name]) => name !== 'set-cookie'))
  const bytes = Buffer.from(await response.arrayBuffer())
  left.push({ where: `${method} ${path} ${response.status}`, text: `${headers}\n${bytes.toString('latin1')}` })
}

/** Collects what must stay inside: whatever upstream says under a telling name, and every address of a picture. */
function collect(value: unknown, key = ''): void {
  if (typeof value === 'string') {
    const telling = /session_url|session_token|share_token|secret/.test(key)
    if (value !== '' && (telling || /^https?:\/\/[^/]*\/(media|__media)/.test(value))) secrets.add(value)
    return
  }
  if (Array.isArray(value)) for (const each of value) collect(each, key)
  else if (typeof value === 'object' && value !== null) for (const [name, each] of Object.entries(value)) collect(each, name)
}

describe('what leaves the house', () => {
  it('holds no key, no session link or token, no webhook secret, no address of a picture, in answers, headers or logs', async () => {
    const { world } = house.emulator
    const sessionIds = Array.from({ length: 40 }, (_, index) => world.facts(index).sessionId)
    const headers = { 'x-api-key': 'emulator-key' }
    for (const id of sessionIds) collect(await (await house.emulator.app.request(`/v3/session/${id}/decision/`, { headers })).json())
    collect(await (await house.emulator.app.request('/v3/sessions/?limit=60&session_kind=all', { headers })).json())
    expect(secrets.size).toBeGreaterThan(60)

    // The stream of events never ends, and says nothing but kinds and ids.
    const gets = routeFacts(house.app.routes).filter(
      ({ method, path }) => method === 'GET' && path.startsWith('/api/') && !path.endsWith('.pdf') && path !== '/api/events',
    )
    for (const agent of agents.values()) {
      for (const { path } of gets) {
        for (const id of path.includes('/sessions/:id') ? sessionIds.slice(0, 2) : sessionIds.slice(0, 1)) {
          await ask(agent, 'GET', path.replace(':id', id).replace(':ref', 'portrait'))
        }
      }
    }
    const manager = agents.get('manager')
    if (!manager) throw new Error('nobody manages')
    for (const id of sessionIds) await ask(manager, 'GET', `/api/sessions/${id}`)
    await ask(manager, 'GET', `/api/sessions/${sessionIds[0]}/report.pdf`)
    await ask(manager, 'POST', `/api/sessions/${sessionIds[0]}/notes`, { text: 'A note' })
    await ask(house.visitor(), 'GET', '/metrics')
    await ask(house.visitor(), 'POST', '/webhooks/didit', { session_id: sessionIds[0] })
    await house.control('faults', { kind: 'status', status: 403, body: { detail: 'Invalid key emulator' } })
    await ask(manager, 'GET', '/api/sessions?q=refused')
    await house.emulator.idle()

    for (const secret of secrets) {
      const leaks = left.filter(({ text }) => text.includes(secret)).map(({ where }) => where)
      expect(leaks, secret).toEqual([])
      expect(
        house.logLines.filter((line) => line.includes(secret)),
        secret,
      ).toEqual([])
    }
    expect(left.filter(({ text }) => /session_url|(?<!verdict\.)session_token/.test(text)).map(({ where }) => where)).toEqual([])
    expect(left.filter(({ text }) => text.includes('didit.house')).map(({ where }) => where)).toEqual([])
    expect(left.filter(({ where }) => / (200|201)$/.test(where)).length).toBeGreaterThan(60)
  })
})
