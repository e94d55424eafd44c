import { describe, expect, test } from 'vitest'
import { readRetryAfter } from './retry.ts'
import { broken, failure, networkError, reply, sessionId, standIn } from './testing/stand-in.ts'

const page = { count: 0, next: null, previous: null, results: [] }
const done = { session_id: sessionId }
const decide = { sessionId, newStatus: 'Declined' } as const
const busy = (headers: Record<string, string> = {}) => reply(429, { detail: 'Request was throttled.' }, headers)

describe('reads', () => {
  test.each([
    ['a lost connection', () => networkError('ECONNRESET')],
    ['no connection', () => networkError('ECONNREFUSED')],
    ['502', () => reply(502, '')],
    ['503', () => reply(503, '')],
    ['504', () => reply(504, '<html>')],
    ['half an answer', () => broken(200, '{"cou', networkError('ECONNRESET'))],
    ['429', () => busy()],
  ] as const)('are tried again after %s', async (_, fault) => {
    const { didit, time, requests } = standIn([fault(), reply(200, page)])
    expect(await time.run(didit.sessions.list())).toEqual(page)
    expect(requests).toHaveLength(2)
  })

  test.each([500, 501, 400, 401, 403, 404, 410])('are not tried again after %i', async (status) => {
    const { didit, time, requests } = standIn([reply(status, { detail: 'no' })])
    expect(await time.run(failure(didit.sessions.list()))).toMatchObject({ kind: 'refused', status })
    expect(requests).toHaveLength(1)
  })

  test('end after three tries, with growing waits', async () => {
    const { didit, time, requests } = standIn([reply(503, ''), reply(503, ''), reply(503, '')], { random: () => 0.999 })
    expect(await time.run(failure(didit.sessions.list()))).toMatchObject({ kind: 'refused', status: 503 })
    expect(requests).toHaveLength(3)
    expect(time.slept).toEqual([10_000, 199, 399])
  })

  test('wait as long as Retry-After says', async () => {
    const { didit, time } = standIn([busy({ 'retry-after': '4' }), reply(200, page)])
    const began = time.now()
    await time.run(didit.sessions.list())
    expect(time.now() - began).toBe(4_000)
  })

  test('do not wait for a Retry-After beyond their own time: over budget at once', async () => {
    const { didit, time, requests } = standIn([busy({ 'retry-after': '30' })])
    const began = time.now()
    const error = await time.run(failure(didit.sessions.list()))
    expect(error).toMatchObject({ kind: 'over-budget', by: 'didit', retryAfterMs: 30_000, effect: 'none' })
    expect(time.now()).toBe(began)
    expect(requests).toHaveLength(1)
  })

  test('after such a 429 the next call does not even leave', async () => {
    const { didit, time, requests } = standIn([busy({ 'retry-after': '30' }), reply(200, page)])
    await time.run(failure(didit.sessions.list()))
    expect(await time.run(failure(didit.sessions.list()))).toMatchObject({ kind: 'over-budget', by: 'us', sent: false })
    expect(requests).toHaveLength(1)
    time.pass(30_000)
    expect(await time.run(didit.sessions.list())).toEqual(page)
  })
})

describe('writes', () => {
  test.each([
    ['a refused connection', () => networkError('ECONNREFUSED')],
    ['an unknown host', () => networkError('ENOTFOUND', { syscall: 'getaddrinfo' })],
    ['a connection that never came about', () => networkError('UND_ERR_CONNECT_TIMEOUT')],
    ['an unreachable host', () => networkError('EHOSTUNREACH', { syscall: 'connect' })],
    ['429', () => busy({ 'retry-after': '1' })],
  ] as const)('are sent again after %s', async (_, fault) => {
    const { didit, time, requests } = standIn([fault(), reply(200, done)])
    expect(await time.run(didit.sessions.updateStatus(decide))).toEqual(done)
    expect(requests).toHaveLength(2)
  })

  test.each([
    ['a reset', () => networkError('ECONNRESET')],
    ['a broken pipe', () => networkError('EPIPE', { syscall: 'write' })],
    ['the other side closing', () => networkError('UND_ERR_SOCKET')],
    ['an error without a name', () => new Error('?')],
    ['502', () => reply(502, '')],
    ['503', () => reply(503, '')],
    ['504', () => reply(504, '')],
    ['half an answer', () => reply(200, '{"session_id"')],
  ] as const)('are never sent again after %s', async (_, fault) => {
    const { didit, time, requests } = standIn([fault()])
    const error = await time.run(failure(didit.sessions.updateStatus(decide)))
    expect(error).toMatchObject({ sent: true, effect: 'unknown' })
    expect(requests).toHaveLength(1)
  })
})

test('finished calls are reported once, with their tries and without ids', async () => {
  const reports: unknown[] = []
  const { didit, time } = standIn([reply(503, ''), reply(200, { session_id: sessionId, status: 'In Review' })], {
    onCall: (report) => reports.push(report),
  })
  await time.run(didit.sessions.decision({ sessionId }))
  expect(reports).toEqual([{ operation: 'sessions.decision', kind: 'read', outcome: 'ok', status: 200, tries: 2, ms: 100 }])
})

test('Retry-After is read as seconds or as a date', () => {
  const now = Date.UTC(2026, 5, 1)
  expect(readRetryAfter('7', now)).toBe(7_000)
  expect(readRetryAfter('Mon, 01 Jun 2026 00:00:09 GMT', now)).toBe(9_000)
  expect(readRetryAfter('Sun, 31 May 2026 00:00:00 GMT', now)).toBe(0)
  expect(readRetryAfter('999999', now)).toBe(120_000)
  expect(readRetryAfter('soon', now)).toBeNull()
  expect(readRetryAfter(undefined, now)).toBeNull()
})
