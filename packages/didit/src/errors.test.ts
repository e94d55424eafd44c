import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { DiditError } from './index.ts'
import { broken, failure, networkError, never, otherId, reply, secretKey, sessionId, standIn } from './testing/stand-in.ts'

const decide = { sessionId, newStatus: 'Approved' } as const

describe('each way to fail has its own error', () => {
  test('nobody listens: unreachable, and certainly nothing sent', async () => {
    const { didit, time } = standIn([networkError('ECONNREFUSED'), networkError('ECONNREFUSED'), networkError('ECONNREFUSED')])
    const error = await time.run(failure(didit.sessions.updateStatus(decide)))
    expect(error).toMatchObject({ kind: 'unreachable', sent: false, effect: 'none', operation: 'sessions.updateStatus' })
    expect(error).toHaveProperty('cause.code', 'ECONNREFUSED')
  })

  test('a connection lost under way: unreachable, may have been sent', async () => {
    const { didit, time } = standIn([networkError('ECONNRESET')])
    const error = await time.run(failure(didit.sessions.updateStatus(decide)))
    expect(error).toMatchObject({ kind: 'unreachable', sent: true, effect: 'unknown' })
  })

  test('a fetch-like error is looked through to its cause', async () => {
    const { didit, time, requests } = standIn([
      new TypeError('fetch failed', { cause: networkError('ENOTFOUND', { syscall: 'getaddrinfo' }) }),
      reply(200, { session_id: sessionId }),
    ])
    await time.run(didit.sessions.updateStatus(decide))
    expect(requests).toHaveLength(2)
  })

  test('one of two connect attempts that may have sent spoils the certainty', async () => {
    const mixed = Object.assign(new AggregateError([networkError('ECONNREFUSED'), networkError('ECONNRESET')]), {})
    const { didit, time, requests } = standIn([mixed])
    expect(await time.run(failure(didit.sessions.updateStatus(decide)))).toMatchObject({ sent: true })
    expect(requests).toHaveLength(1)
  })

  test.each([
    ['read', 10_000, 'none', (client: ReturnType<typeof standIn>['didit']) => client.sessions.list()],
    ['write', 15_000, 'unknown', (client: ReturnType<typeof standIn>['didit']) => client.sessions.updateStatus(decide)],
    ['pdf', 60_000, 'none', (client: ReturnType<typeof standIn>['didit']) => client.sessions.generatePdf({ sessionId })],
  ] as const)('no answer to a %s: timed out after %i ms', async (_, timeoutMs, effect, act) => {
    const { didit, time, requests } = standIn([never])
    const began = time.now()
    const error = await time.run(failure(act(didit)))
    expect(error).toMatchObject({ kind: 'timed-out', timeoutMs, sent: true, effect })
    expect(time.now() - began).toBe(timeoutMs)
    expect(requests[0]?.signal.aborted).toBe(true)
  })

  test('a body that trickles for ever ends with the same limit', async () => {
    const trickle = () => ({
      status: 200,
      headers: {},
      body: (async function* drops() {
        yield new TextEncoder().encode('{"count":')
        await never()
      })(),
    })
    const { didit, time } = standIn([trickle])
    expect(await time.run(failure(didit.sessions.list()))).toMatchObject({ kind: 'timed-out', sent: true })
  })

  test("the caller's own signal: cancelled, at once", async () => {
    const { didit, time } = standIn([never])
    const stop = new AbortController()
    const work = failure(didit.sessions.list({}, { signal: stop.signal }))
    await new Promise((resolve) => setImmediate(resolve))
    const began = time.now()
    stop.abort()
    expect(await time.run(work)).toMatchObject({ kind: 'cancelled', sent: true })
    expect(time.now()).toBe(began)
  })

  test('a signal that has already ended: cancelled, nothing sent', async () => {
    const { didit, time, requests } = standIn([never])
    const work = didit.sessions.updateStatus(decide, { signal: AbortSignal.abort() })
    expect(await time.run(failure(work))).toMatchObject({ kind: 'cancelled', sent: false, effect: 'none' })
    expect(requests).toHaveLength(0)
  })

  test('a refusal carries status, reason and sentences', async () => {
    const { didit, time } = standIn([reply(400, ['The new status is the same as the current status.'])])
    const error = await time.run(failure(didit.sessions.updateStatus(decide)))
    expect(error).toMatchObject({
      kind: 'refused',
      status: 400,
      reason: 'same-status',
      effect: 'none',
      reasons: [{ path: '', text: 'The new status is the same as the current status.' }],
    })
  })

  test('a server fault on a write leaves the effect unknown', async () => {
    const { didit, time, requests } = standIn([reply(502, '<html>Bad gateway</html>', { 'content-type': 'text/html' })])
    const error = await time.run(failure(didit.sessions.updateStatus(decide)))
    expect(error).toMatchObject({ kind: 'refused', status: 502, reason: 'upstream-fault', effect: 'unknown' })
    expect(requests).toHaveLength(1)
  })

  test('a 404 web page is a 404; any other refusing web page is unreadable', async () => {
    const page = (status: number) => reply(status, '<!doctype html><title>x</title>', { 'content-type': 'text/html' })
    const missing = standIn([page(404)])
    expect(await missing.time.run(failure(missing.didit.sessions.decision({ sessionId })))).toMatchObject({
      kind: 'refused',
      reason: 'not-found',
      reasons: [],
    })
    const wall = standIn([page(403)])
    expect(await wall.time.run(failure(wall.didit.sessions.list()))).toMatchObject({ kind: 'unreadable', fault: 'not-json', status: 403 })
  })

  test('a refusal cut off half-way is still a refusal', async () => {
    const { didit, time } = standIn([broken(400, '{"new_st', networkError('ECONNRESET'))])
    expect(await time.run(failure(didit.sessions.updateStatus(decide)))).toMatchObject({ kind: 'refused', status: 400, reasons: [] })
  })

  test('a redirect is never followed', async () => {
    const { didit, time, requests } = standIn([reply(301, '', { location: 'https://elsewhere.test/' })])
    expect(await time.run(failure(didit.sessions.list()))).toMatchObject({ kind: 'refused', reason: 'redirected' })
    expect(requests).toHaveLength(1)
  })
})

describe('answers that cannot be read', () => {
  test('a web page with status 200', async () => {
    const { didit, time } = standIn([reply(200, '<html>Sign in to the hotel network</html>', { 'content-type': 'text/html' })])
    expect(await time.run(failure(didit.sessions.list()))).toMatchObject({ kind: 'unreadable', fault: 'not-json', status: 200 })
  })

  test('a web page in place of an empty answer does not pass for done', async () => {
    const { didit, time } = standIn([reply(200, '<html>', { 'content-type': 'text/html' })])
    const error = await time.run(failure(didit.sessions.delete({ sessionId })))
    expect(error).toMatchObject({ kind: 'unreadable', fault: 'not-json', effect: 'unknown' })
  })

  test('half an answer to a write is not asked for again', async () => {
    const { didit, time, requests } = standIn([broken(200, '{"session_', networkError('ECONNRESET'))])
    const error = await time.run(failure(didit.sessions.updateStatus(decide)))
    expect(error).toMatchObject({ kind: 'unreadable', fault: 'cut-off', effect: 'unknown' })
    expect(requests).toHaveLength(1)
  })

  test('a body shorter than announced', async () => {
    const short = () => reply(200, '{"session_id":"x"}', { 'content-length': '999' })
    const { didit, time } = standIn([short])
    expect(await time.run(failure(didit.sessions.updateStatus(decide)))).toMatchObject({ kind: 'unreadable', fault: 'cut-off' })
  })

  test('another shape names the path that is missing', async () => {
    const { didit, time } = standIn([reply(200, { status: 'Approved', full_name: 'Synthetic Person' })])
    const error = await time.run(failure(didit.sessions.decision({ sessionId })))
    expect(error).toMatchObject({ kind: 'unreadable', fault: 'wrong-shape', path: 'session_id' })
  })

  test('JSON that is no object at all', async () => {
    for (const body of ['null', '[]', '"text"', '17']) {
      const { didit, time } = standIn([reply(200, body)])
      expect(await time.run(failure(didit.sessions.decision({ sessionId })))).toMatchObject({ kind: 'unreadable', fault: 'wrong-shape' })
    }
  })
})

test('no error shows the key, a token, an address or what the body said', async () => {
  const token = 'share-token-that-must-not-show'
  const person = 'Synthetic Person'
  const steps = [
    networkError('ECONNRESET'),
    reply(200, `<html>${person} ${secretKey}`, { 'content-type': 'text/html' }),
    reply(200, `{"session_id": ${person}`),
    reply(200, { status: person }),
    reply(500, person),
  ]
  for (const step of steps) {
    const { didit, time } = standIn([step])
    const work = didit.sessions.importShared({ shareToken: token, trustReview: true, workflowId: otherId })
    const error = await time.run(failure(work))
    expect(error).toBeInstanceOf(DiditError)
    const shown = inspect(error, { depth: 10 }).replaceAll(/^\s+at .*$/gm, '')
    for (const secret of [secretKey, token, person, 'didit.test']) expect(shown).not.toContain(secret)
  }
})

test('a key that cannot be a header is refused without being shown', () => {
  expect(() => standIn([], { apiKey: 'two\nlines' })).toThrowError(/apiKey must be visible ASCII/)
})

describe('arguments are checked before anything is sent', () => {
  test('ids are lower-cased', async () => {
    const { didit, time, requests } = standIn([reply(200, { session_id: sessionId, status: 'In Review' })])
    await time.run(didit.sessions.decision({ sessionId: sessionId.toUpperCase() }))
    expect(requests[0]?.url).toBe(`https://didit.test/v3/session/${sessionId}/decision/`)
  })

  test.each([
    ['a session id', (c: ReturnType<typeof standIn>['didit']) => c.sessions.decision({ sessionId: '../../users' })],
    ['a dot segment', (c: ReturnType<typeof standIn>['didit']) => c.users.get({ vendorData: '..' })],
    ['an empty name', (c: ReturnType<typeof standIn>['didit']) => c.businesses.get({ vendorData: '' })],
    ['half a character', (c: ReturnType<typeof standIn>['didit']) => c.users.get({ vendorData: '\ud800' })],
    ['no items', (c: ReturnType<typeof standIn>['didit']) => c.blocklist.add({ sessionId, items: [] })],
  ] as const)('%s is refused', async (_, act) => {
    const { didit, time, requests } = standIn([])
    expect(await time.run(failure(act(didit)))).toMatchObject({ kind: 'invalid-argument', sent: false })
    expect(requests).toHaveLength(0)
  })

  test('vendor data is encoded whole', async () => {
    const { didit, time, requests } = standIn([reply(200, { status: 'ACTIVE' })])
    await time.run(didit.users.get({ vendorData: 'a/b?c=ü#d' }))
    expect(requests[0]?.url).toBe('https://didit.test/v3/users/a%2Fb%3Fc%3D%C3%BC%23d/')
  })
})
