import { rolePermissions, roles } from '@verdict/contract/access'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routeFacts } from '../http/route-facts.ts'
import type { RouteFacts } from '../http/route-facts.ts'
import type { Agent } from './agent.ts'
import { makeHouse } from './make-house.ts'

/** A value for every parameter that stands in some path. A new one needs a line here. */
const dummies: Readonly<Record<string, string>> = {
  version: '0',
  id: '11111111-2222-4333-8444-555555555555',
  personId: '11111111-2222-4333-8444-555555555555',
  signInId: '11111111-2222-4333-8444-555555555555',
  nodeId: 'feature_ocr_1',
  ref: 'portrait',
  eventId: 'event-1',
  deliveryId: '11111111-2222-4333-8444-555555555555',
  alarmId: '11111111-2222-4333-8444-555555555555',
  viewId: '11111111-2222-4333-8444-555555555555',
}

/** The whole list of what nobody signed in may call. A new one is a decision: it needs a line here. */
const open = [
  'GET /*',
  'GET /api/openapi.json',
  'GET /api/welcome',
  'GET /healthz',
  'GET /metrics',
  'GET /readyz',
  'POST /api/auth/second-factor',
  'POST /api/auth/second-factor/offer',
  'POST /api/auth/sign-in/code',
  'POST /api/auth/sign-in/email',
  'POST /api/setup',
  'POST /webhooks/didit',
]

/** What asks for the password or a code given lately. A new one needs a line here. */
const stepUps = [
  'DELETE /api/me/second-factor',
  'DELETE /api/people/:personId/second-factor',
  'PATCH /api/people/:personId',
  'POST /api/blocklist/remove',
  'POST /api/me/recovery-codes',
  'POST /api/me/second-factor',
  'POST /api/me/second-factor/offer',
  'POST /api/people',
  'POST /api/webhooks/destination/repair',
  'POST /api/webhooks/destination/secret',
  'PUT /api/policy',
]

const house = await makeHouse({ sessions: 5 })
const table = routeFacts(house.app.routes)
const guarded = table.filter(({ access }) => access?.kind !== 'public')
const nameOf = ({ method, path }: RouteFacts) => `${method} ${path}`

function fill(path: string): string {
  return path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_whole, name: string) => {
    const dummy = dummies[name]
    if (dummy === undefined)
      throw new Error(`The route table has a new parameter ":${name}" (${path}): give it a dummy in route-table.test.ts.`)
    return dummy
  })
}

const call = (agent: Agent, { method, path }: RouteFacts) => agent.request(method, fill(path), {}, {})

afterAll(() => house.close())

describe('the route table', () => {
  it('is there, and every route says who may call it', () => {
    expect(table.length).toBeGreaterThan(20)
    expect(table.filter(({ access }) => access === undefined).map(nameOf)).toEqual([])
  })

  it('opens exactly these to everybody', () => {
    expect(
      table
        .filter(({ access }) => access?.kind === 'public')
        .map(nameOf)
        .toSorted(),
    ).toEqual(open)
  })

  it('asks for a step-up at exactly these', () => {
    const asking = table.filter(({ access }) => access !== undefined && access.kind !== 'public' && access.stepUp)
    expect(asking.map(nameOf).toSorted()).toEqual(stepUps)
  })

  it('says of every API route what it answers', () => {
    const silent = guarded.filter(({ doc }) => Object.keys(doc.answers ?? {}).length === 0)
    expect(silent.map(nameOf)).toEqual([])
  })

  it.each(guarded.map((facts) => [nameOf(facts), facts] as const))('%s is 401 for nobody', async (_name, facts) => {
    const response = await call(house.visitor(), facts)
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ code: 'not-signed-in' })
  })
})

describe.each(roles)('a person who is only %s', (role) => {
  let agent: Agent
  beforeAll(async () => {
    agent = await house.signIn(role)
  })
  const forbidden = guarded.filter(({ access }) => access?.kind === 'permission' && !rolePermissions[role].includes(access.permission))

  it.each(forbidden.map((facts) => [nameOf(facts), facts] as const))('gets 403 from %s', async (_name, facts) => {
    const response = await call(agent, facts)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: 'not-allowed' })
  })

  it('is let through elsewhere', async () => {
    const allowed = guarded.filter(
      ({ method, access }) => method === 'GET' && access?.kind === 'permission' && rolePermissions[role].includes(access.permission),
    )
    for (const facts of allowed) {
      const { status } = await call(agent, facts)
      expect([401, 403], nameOf(facts)).not.toContain(status)
    }
  })
})

describe('a sign-in that is no longer fresh', () => {
  let agents: Agent[] = []
  beforeAll(async () => {
    agents = await Promise.all([house.signIn('admin'), house.signIn('manager')])
    house.clock.advance(10 * 60_000)
  })

  it.each(stepUps)('gets 403 step-up-needed from %s', async (name) => {
    const facts = table.find((each) => nameOf(each) === name)
    if (!facts) throw new Error(`${name} is not in the table`)
    const answers = await Promise.all(agents.map(async (agent) => call(agent, facts)))
    const codes = await Promise.all(answers.map(async (answer) => ({ status: answer.status, ...Object(await answer.json()) })))
    expect(codes).toContainEqual(expect.objectContaining({ status: 403, code: 'step-up-needed' }))
    expect(codes.every(({ status }) => status === 403)).toBe(true)
  })

  it('says so in our own specification', async () => {
    const { paths } = Object(await (await house.visitor().get('/api/openapi.json')).json())
    expect(paths['/api/people']['post']).toMatchObject({ 'x-step-up': true })
    expect(paths['/api/people']['get']).not.toHaveProperty('x-step-up')
  })
})
