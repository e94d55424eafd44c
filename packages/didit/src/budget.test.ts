import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Lane } from './budget.ts'
import { diditLimits, makeBudget } from './budget.ts'
import { makeFakeTime } from './testing/fake-time.ts'
import { failure, reply, sessionId, standIn } from './testing/stand-in.ts'

const page = { count: 0, next: null, previous: null, results: [] }
const signal = new AbortController().signal

describe('windows of a minute', () => {
  test('no minute of Didit holds more arrivals than the limit, whatever the order and the delays', async () => {
    const step = fc.record({
      gap: fc.constantFrom(0, 1, 500, 29_000, 50_000, 59_000, 60_000),
      arrives: fc.integer({ min: 0, max: 20_000 }),
      answers: fc.integer({ min: 0, max: 5_000 }),
      kind: fc.constantFrom('read', 'pdf'),
      lane: fc.constantFrom<Lane>('person', 'background'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
        const time = makeFakeTime()
        const budget = makeBudget(time, { ...diditLimits, reads: 3, pdfs: 2 })
        const arrivals: { at: number; kind: string }[] = []
        const answers: { at: number; done: () => void }[] = []
        for (const { gap, arrives, answers: later, kind, lane } of steps) {
          time.pass(gap)
          for (const answer of answers.filter(({ at }) => at <= time.now())) answer.done()
          try {
            const ticket = await budget.take({ operation: 'x', kind, lane, maxWaitMs: 0, signal })
            arrivals.push({ at: time.now() + arrives, kind })
            answers.push({ at: time.now() + arrives + later, done: ticket.done })
          } catch {
            // Over budget: nothing leaves.
          }
        }
        for (const { at } of arrivals) {
          const minute = arrivals.filter((other) => other.at >= at && other.at < at + 60_000)
          expect(minute.length).toBeLessThanOrEqual(3)
          expect(minute.filter((each) => each.kind === 'pdf').length).toBeLessThanOrEqual(2)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('over the limit a call waits up to its patience, then says when there is room', async () => {
    const { didit, time, requests } = standIn([() => reply(200, page)], { limits: { reads: 2 } })
    await time.run(didit.sessions.list())
    await time.run(didit.sessions.list())
    expect(await time.run(failure(didit.sessions.list()))).toMatchObject({ kind: 'over-budget', by: 'us', retryAfterMs: 60_000 })
    time.pass(58_500)
    const began = time.now()
    await time.run(didit.sessions.list())
    expect(time.now() - began).toBe(1_500)
    expect(requests).toHaveLength(3)
  })

  test('each kind of call counts against its own windows', async () => {
    const { didit, time } = standIn([() => reply(200, {}), () => reply(200, page)])
    await time.run(didit.corrections.updateData({ sessionId, changes: { firstName: 'A' } }))
    await time.run(didit.sessions.list())
    await time.run(failure(didit.sessions.generatePdf({ sessionId })))
    expect(didit.budget()).toEqual({
      reads: { used: 2, limit: 600 },
      writes: { used: 1, limit: 300 },
      pdfs: { used: 1, limit: 50 },
      edits: { used: 1, limit: 10 },
    })
  })

  test('the eleventh data edit of a minute stays at home', async () => {
    const { didit, time, requests } = standIn([() => reply(400, { gender: ['"X" is not a valid choice.'] })])
    const edit = () => time.run(failure(didit.corrections.updatePoaData({ sessionId, changes: { issuer: 'A' } })))
    for (let count = 0; count < 10; count += 1) expect(await edit()).toMatchObject({ kind: 'refused' })
    expect(await edit()).toMatchObject({ kind: 'over-budget', sent: false })
    expect(requests).toHaveLength(10)
  })
})

describe('lanes', () => {
  test('background work leaves four tenths to people', async () => {
    const { didit, time } = standIn([() => reply(200, page)], { limits: { reads: 10 } })
    const background = () => time.run(didit.sessions.list({}, { lane: 'background' }))
    for (let count = 0; count < 6; count += 1) await background()
    expect(await failure(background())).toMatchObject({ kind: 'over-budget' })
    for (let count = 0; count < 4; count += 1) await time.run(didit.sessions.list())
    expect(await time.run(failure(didit.sessions.list()))).toMatchObject({ kind: 'over-budget' })
  })

  test('background work stands back when people have used its share', async () => {
    const { didit, time } = standIn([() => reply(200, page)], { limits: { reads: 10 } })
    for (let count = 0; count < 6; count += 1) await time.run(didit.sessions.list())
    expect(await time.run(failure(didit.sessions.list({}, { lane: 'background' })))).toMatchObject({ kind: 'over-budget' })
  })
})

describe('learning from Didit', () => {
  const seen = (remaining: number, reset: number) => ({
    'x-ratelimit-limit': '600',
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(reset),
  })

  test('calls by others on the same key take room until the window resets', async () => {
    const reset = Math.floor(makeFakeTime().now() / 1000) + 20
    const { didit, time } = standIn([reply(200, page, seen(0, reset)), reply(200, page)])
    await time.run(didit.sessions.list())
    expect(didit.budget().reads).toEqual({ used: 600, limit: 600 })
    expect(await time.run(failure(didit.sessions.list()))).toMatchObject({ kind: 'over-budget', retryAfterMs: 20_000 })
    time.pass(20_000)
    await time.run(didit.sessions.list())
    expect(didit.budget().reads.used).toBe(2)
  })

  test('our own calls are not counted twice', async () => {
    const reset = Math.floor(makeFakeTime().now() / 1000) + 60
    const { didit, time } = standIn([reply(200, page, seen(599, reset))])
    await time.run(didit.sessions.list())
    expect(didit.budget().reads.used).toBe(1)
  })

  test('nonsense in the headers changes nothing', async () => {
    const { didit, time } = standIn([reply(200, page, { 'x-ratelimit-limit': 'many', 'x-ratelimit-remaining': '-5' })])
    await time.run(didit.sessions.list())
    expect(didit.budget().reads.used).toBe(1)
  })
})
