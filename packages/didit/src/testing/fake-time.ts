import type { Time } from '../time.ts'

interface Sleeper {
  at: number
  wake: () => void
}

export interface FakeTime extends Time {
  /** Moves time from sleeper to sleeper until the work has settled. */
  run<T>(work: Promise<T>): Promise<T>
  /** Moves time on by hand. */
  pass(ms: number): void
  /** How long each sleep asked for, in order. */
  readonly slept: number[]
}

/** A clock that stands still unless work waits for it. */
export const makeFakeTime = (start = Date.UTC(2026, 5, 1)): FakeTime => {
  let now = start
  const sleepers = new Set<Sleeper>()
  const slept: number[] = []
  return {
    slept,
    now: () => now,
    pass: (ms) => {
      now += ms
    },
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason)
        slept.push(ms)
        const sleeper = { at: now + ms, wake: resolve }
        sleepers.add(sleeper)
        signal.addEventListener('abort', () => {
          sleepers.delete(sleeper)
          reject(signal.reason)
        })
      }),
    run: async (work) => {
      let settled = false
      const mark = () => {
        settled = true
      }
      work.then(mark, mark)
      for (;;) {
        for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
        if (settled) return work
        const next = [...sleepers].toSorted((a, b) => a.at - b.at)[0]
        if (!next) continue
        sleepers.delete(next)
        now = Math.max(now, next.at)
        next.wake()
      }
    },
  }
}
