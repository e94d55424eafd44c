import { describe, expect, test } from 'vitest'
import { DiditRestingError } from './errors.ts'
import { failure, networkError, reply, sessionId, standIn } from './testing/stand-in.ts'

const page = { count: 0, next: null, previous: null, results: [] }
/** What Didit answers, changed by the test as it goes. */
const upstream = () => {
  let well = false
  const made = standIn([() => (well ? reply(200, page) : Promise.reject(networkError('ECONNRESET')))])
  const list = () => made.time.run(failure(made.didit.sessions.list()))
  const write = () => made.time.run(failure(made.didit.sessions.updateStatus({ sessionId, newStatus: 'Approved' })))
  return { ...made, list, write, recover: () => (well = true), fail: () => (well = false) }
}

describe('a sick upstream', () => {
  test('is left in peace after five failures in a row, and nothing is sent meanwhile', async () => {
    const { didit, list, write, requests } = upstream()
    for (let call = 0; call < 5; call += 1) expect(await list()).toMatchObject({ kind: 'unreachable', sent: true })
    const sent = requests.length
    expect(await list()).toBeInstanceOf(DiditRestingError)
    expect(await write()).toMatchObject({ kind: 'unreachable', sent: false, effect: 'none', retryAfterMs: 2_000 })
    expect(requests).toHaveLength(sent)
    expect(didit.breaker()).toMatchObject({ state: 'open', failures: 5 })
  })

  test('is asked by one call at a time, at growing distances, and everything flows when it answers', async () => {
    const { didit, list, time, recover } = upstream()
    for (let call = 0; call < 5; call += 1) await list()
    for (const rest of [2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      expect(didit.breaker()).toMatchObject({ state: 'open', retryInMs: rest })
      time.pass(rest)
      const [probe, other] = await time.run(Promise.all([failure(didit.sessions.list()), failure(didit.sessions.list())]))
      expect(probe).not.toBeInstanceOf(DiditRestingError)
      expect(other).toBeInstanceOf(DiditRestingError)
    }
    time.pass(30_000)
    recover()
    await time.run(didit.sessions.list())
    expect(didit.breaker()).toEqual({ state: 'closed', retryInMs: 0, failures: 0 })
    await time.run(Promise.all([didit.sessions.list(), didit.sessions.list()]))
  })

  test('is one that fails, not one that refuses or is busy', async () => {
    const { didit, time } = standIn([() => reply(404, { detail: 'Not found.' })])
    for (let call = 0; call < 8; call += 1) await time.run(failure(didit.sessions.list()))
    expect(didit.breaker()).toMatchObject({ state: 'closed', failures: 0 })
  })

  test('is believed to be well again by any answer between failures', async () => {
    const { didit, list, time, recover, fail } = upstream()
    for (let call = 0; call < 4; call += 1) await list()
    recover()
    await time.run(didit.sessions.list())
    fail()
    for (let call = 0; call < 4; call += 1) await list()
    expect(didit.breaker()).toMatchObject({ state: 'closed', failures: 4 })
  })
})
