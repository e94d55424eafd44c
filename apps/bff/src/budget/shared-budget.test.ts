import { diditLimits, type BudgetName, type Lane, type RateBudget } from '@verdict/didit'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../store/open-store.ts'
import { makeHouseClock, type HouseClock } from '../testing/house-clock.ts'
import { makeGrantBook } from './grant-book.ts'
import { makeSharedBudget } from './shared-budget.ts'

const signal = new AbortController().signal
/** The process's own windows are not what is looked at here. */
const roomy: RateBudget = {
  take: async () => ({ done: () => undefined }),
  learn: () => undefined,
  snapshot: () => ({
    reads: { used: 0, limit: 1 },
    writes: { used: 0, limit: 1 },
    pdfs: { used: 0, limit: 1 },
    edits: { used: 0, limit: 1 },
  }),
  waitMs: () => 0,
}

let store: Store
let clock: HouseClock
beforeEach(async () => {
  store = await openStore(':memory:')
  clock = makeHouseClock(Date.UTC(2026, 0, 1))
})
afterEach(async () => store.destroy())

const process = (limits: Partial<Record<BudgetName, number>>): RateBudget =>
  makeSharedBudget({
    local: roomy,
    book: makeGrantBook({ store, clock, limits: { ...diditLimits, ...limits } }),
    clock,
    sleep: (ms, stop) => clock.sleep(ms, stop),
    newId: () => crypto.randomUUID(),
    onWait: () => undefined,
    onFailure: (error) => expect(error).toBeUndefined(),
  })
const read = (lane: Lane = 'person', maxWaitMs = 0) => ({ operation: 'x', kind: 'read' as const, lane, maxWaitMs, signal })
const failed = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'went',
    (error: unknown) => error,
  )
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

describe('one budget for several processes', () => {
  it('is never exceeded by all of them together, whatever the order', async () => {
    const step = fc.record({
      who: fc.nat(2),
      gap: fc.constantFrom(0, 0, 0, 500, 1_900, 2_100, 30_000, 59_000, 61_000),
      lasts: fc.constantFrom(0, 300, 9_000),
      lane: fc.constantFrom<Lane>('person', 'prefetch', 'background'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 70 }), async (steps) => {
        await store.deleteFrom('budget_grants').execute()
        clock.advance(600_000)
        const all = [process({ reads: 12 }), process({ reads: 12 }), process({ reads: 12 })]
        const sent: number[] = []
        const underWay: { end: number; done: () => void }[] = []
        for (const { who, gap, lasts, lane } of steps) {
          clock.advance(gap)
          for (const call of underWay.filter(({ end }) => end <= clock())) call.done()
          await settle()
          const ticket = await all[who]?.take(read(lane)).catch(() => undefined)
          if (!ticket) continue
          sent.push(clock())
          underWay.push({ end: clock() + lasts, done: ticket.done })
        }
        for (const at of sent) expect(sent.filter((other) => other >= at && other < at + 60_000).length).toBeLessThanOrEqual(12)
      }),
      { numRuns: Number(globalThis.process.env['THOROUGH'] ?? 0) > 0 ? 400 : 40 },
    )
  })

  it('leaves a reserve to people, and says how many seconds it takes', async () => {
    const [one, other] = [process({ reads: 10 }), process({ reads: 10 })]
    const went: unknown[] = []
    for (let call = 0; call < 7; call += 1) went.push(await failed(one.take(read('background'))))
    expect(went[6]).toMatchObject({ kind: 'over-budget', by: 'us', sent: false })
    for (let call = 0; call < 4; call += 1) (await other.take(read())).done()
    expect(await failed(other.take(read()))).toMatchObject({ kind: 'over-budget' })
  })

  it('outlives a process that was killed', async () => {
    const before = process({ pdfs: 3 })
    const pdf = { ...read(), kind: 'pdf' as const }
    for (let call = 0; call < 3; call += 1) await before.take(pdf)
    const after = process({ pdfs: 3 })
    expect(await failed(after.take(pdf))).toMatchObject({ kind: 'over-budget' })
    clock.advance(130_000)
    ;(await after.take(pdf)).done()
  })

  it('gives back what was not used', async () => {
    const one = process({ reads: 12 })
    ;(await one.take(read())).done()
    clock.advance(2_100)
    ;(await one.take(read())).done()
    await settle()
    const book = makeGrantBook({ store, clock, limits: { ...diditLimits, reads: 12 } })
    expect((await book.use()).reads.used).toBeLessThanOrEqual(11)
  })

  it('stands back together when Didit refuses for its limits', async () => {
    const [one, other] = [process({}), process({})]
    one.learn('read', {}, 7_000)
    await settle()
    expect(await failed(other.take(read()))).toMatchObject({ kind: 'over-budget', retryAfterMs: 7_000 })
    clock.advance(7_000)
    ;(await other.take(read())).done()
  })
})
