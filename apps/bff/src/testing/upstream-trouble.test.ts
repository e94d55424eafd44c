import { Connection } from '@verdict/contract/connection'
import { Problem } from '@verdict/contract/problem'
import { SessionPage } from '@verdict/contract/session'
import type { Transport, TransportResponse } from '@verdict/didit'
import { afterEach, describe, expect, it } from 'vitest'
import type { Agent } from './agent.ts'
import { HOUSE_EPOCH, makeHouse } from './make-house.ts'
import type { House, HouseOptions } from './make-house.ts'

let house: House
let reviewer: Agent
async function open(options: HouseOptions = {}) {
  house = await makeHouse({ sessions: 30, ...options })
  reviewer = await house.signIn('reviewer')
}
afterEach(() => house.close())

async function problemOf(path: string) {
  const response = await reviewer.get(path)
  const problem = Problem.parse(await response.json())
  expect(problem.status).toBe(response.status)
  return { ...problem, header: response.headers.get('retry-after') }
}
const connection = async () => Connection.parse(await (await reviewer.get('/api/connection')).json())
const someSession = () => house.emulator.world.facts(5).sessionId

const saying =
  (status: number, body: string, headers: Record<string, string> = { 'content-type': 'application/json' }): Transport =>
  async (): Promise<TransportResponse> => ({ status, headers, body: new Blob([body]).stream() })

const failing =
  (code: string, syscall: string): Transport =>
  async () => {
    throw Object.assign(new Error(`${syscall} ${code}`), { code, syscall })
  }

const paths = ['/api/sessions', '/api/sessions/11111111-2222-4333-8444-555555555555'] as const

describe.each(paths)('reading %s', (path) => {
  it.each<[string, HouseOptions, { code: string; status: number; title: RegExp; detail: RegExp }]>([
    [
      'with a wrong key',
      { transport: saying(403, '{"detail":"You do not have permission to perform this action."}') },
      { code: 'upstream-credentials', status: 502, title: /refuses our key/, detail: /Nothing was changed\. Ask an admin/ },
    ],
    [
      'with a key that newer pages answer with 401',
      { transport: saying(401, '{"detail":"Authentication credentials were not provided or are invalid."}') },
      { code: 'upstream-credentials', status: 502, title: /refuses our key/, detail: /Ask an admin/ },
    ],
    [
      'without a network',
      { transport: failing('ECONNREFUSED', 'connect') },
      { code: 'upstream-unreachable', status: 503, title: /cannot be reached/, detail: /stays readable/ },
    ],
    [
      'without name resolution',
      { transport: failing('ENOTFOUND', 'getaddrinfo') },
      { code: 'upstream-unreachable', status: 503, title: /cannot be reached/, detail: /stays readable/ },
    ],
    [
      'when a gateway answers with a web page',
      { transport: saying(200, '<html><body>Welcome</body></html>', { 'content-type': 'text/html' }) },
      { code: 'upstream-unreadable', status: 502, title: /cannot be read/, detail: /a gateway with a web page.*Try again/ },
    ],
    [
      'when half an answer comes',
      { transport: saying(200, '{"count": 3, "results": [{"session_id": "1') },
      { code: 'upstream-unreadable', status: 502, title: /cannot be read/, detail: /ended half way/ },
    ],
    [
      'when the answer is of another kind',
      { transport: saying(200, '["hello"]') },
      { code: 'upstream-unreadable', status: 502, title: /cannot be read/, detail: /lacks what every answer/ },
    ],
    [
      'when Didit is in trouble',
      { transport: saying(503, '<html>503</html>', { 'content-type': 'text/html' }) },
      { code: 'upstream-unreachable', status: 503, title: /in trouble/, detail: /answered 503/ },
    ],
    [
      'when Didit wants us to wait',
      { transport: saying(429, '{"detail":"Request was throttled."}', { 'content-type': 'application/json', 'retry-after': '30' }) },
      { code: 'upstream-budget', status: 429, title: /rate limit is used up/, detail: /Try again in 30 seconds/ },
    ],
  ])('%s says what happened and what to do', async (_case, options, expected) => {
    await open(options)
    const problem = await problemOf(path)
    expect(problem).toMatchObject({ code: expected.code, status: expected.status })
    expect(problem.title).toMatch(expected.title)
    expect(problem.detail).toMatch(expected.detail)
    expect((await reviewer.get('/api/me')).status).toBe(200)
    expect((await reviewer.get('/healthz')).status).toBe(200)
  })
})

describe('waiting for Didit', () => {
  it('names the seconds in the header too', async () => {
    await open({ transport: saying(429, '{}', { 'content-type': 'application/json', 'retry-after': '41' }) })
    expect(await problemOf('/api/sessions')).toMatchObject({ retryAfter: 41, header: '41' })
  })

  it('ends after ten seconds', async () => {
    let waiting = false
    await open({
      transport: ({ signal }) =>
        new Promise((_, reject) => {
          waiting = true
          signal.addEventListener('abort', () => reject(new Error('gone')))
        }),
    })
    const asking = { over: false }
    const asked = problemOf('/api/sessions').finally(() => (asking.over = true))
    while (!asking.over) {
      await new Promise((resolve) => setImmediate(resolve))
      if (waiting) house.clock.advance(1000)
    }
    expect(house.clock() - HOUSE_EPOCH).toBeLessThanOrEqual(12_000)
    expect(await asked).toMatchObject({ code: 'upstream-timeout', status: 504, title: 'Didit took too long to answer' })
  })
})

describe('what nobody has told us of', () => {
  it('is shown as it is: a new status, a new field, a missing list', async () => {
    await open()
    await house.control('faults', {
      match: 'GET /v3/sessions/',
      kind: 'status',
      status: 200,
      body: {
        count: 1,
        next: null,
        previous: null,
        results: [
          {
            session_id: someSession(),
            session_kind: 'user',
            session_number: 7,
            status: 'Frozen',
            created_at: '2026-01-15T08:00:00Z',
            novelty: { a: 1 },
          },
        ],
      },
    })
    const response = await reviewer.get('/api/sessions?kind=user')
    expect(response.status).toBe(200)
    expect(SessionPage.parse(await response.json()).rows).toMatchObject([{ number: 7, status: 'Frozen' }])
  })
})

describe('the connection', () => {
  it('tells since when Didit is silent, why, and when it answers again', async () => {
    await open()
    await reviewer.get('/api/sessions')
    expect(await connection()).toMatchObject({ answers: true, downSince: null, problem: null, budget: { reads: { limit: 600 } } })
    const [one, two, three] = [1, 2, 3].map((index) => `/api/sessions/${house.emulator.world.facts(index).sessionId}`)
    const fault = { match: 'GET /v3/session/', kind: 'status', status: 502, html: true }
    await house.control('faults', fault)
    const since = house.clock()
    await reviewer.get(one ?? '')
    house.clock.advance(60_000)
    await reviewer.get(two ?? '')
    const down = await connection()
    expect(down).toMatchObject({ answers: false, problem: expect.stringContaining('fault of its own') })
    expect(Date.parse(String(down.downSince)) - since).toBeLessThan(5_000)
    await house.emulator.app.request('/__emulator/faults', { method: 'DELETE' })
    await reviewer.get(three ?? '')
    expect(await connection()).toMatchObject({ answers: true, downSince: null, problem: null })
  })

  it('names a bad key, which is no silence', async () => {
    await open({ apiKey: 'not-a-key' })
    await reviewer.get('/api/sessions?q=one')
    await reviewer.get('/api/sessions?q=two')
    expect(await connection()).toMatchObject({ answers: true, problem: expect.stringContaining('DIDIT_API_KEY') })
  })
})
