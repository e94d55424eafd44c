import { setImmediate } from 'node:timers/promises'
import type { HouseClock } from '@verdict/bff/testing'

interface Sleeper {
  until: number
  wake: () => void
}

export interface SteppingClock extends HouseClock {
  /** Goes to the next moment for which somebody waits, and wakes them. */
  step(): void
}

/** A clock that stands while anything happens and jumps over every wait: an hour takes as long as its work. */
export function makeSteppingClock(start: number): SteppingClock {
  let now = start
  let sleepers: Sleeper[] = []
  const add = (ms: number, wake: () => void) => {
    const sleeper = { until: now + ms, wake }
    sleepers.push(sleeper)
    return () => {
      sleepers = sleepers.filter((other) => other !== sleeper)
    }
  }
  const advance = (ms: number): void => {
    now += ms
    const due = sleepers.filter(({ until }) => until <= now)
    sleepers = sleepers.filter(({ until }) => until > now)
    for (const { wake } of due) wake()
  }
  const sleep = async (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const callOff = add(ms, resolve)
      signal?.addEventListener('abort', () => {
        callOff()
        reject(signal.reason instanceof Error ? signal.reason : new Error('called off'))
      })
    })
  const step = () => {
    const next = Math.min(...sleepers.map(({ until }) => until))
    advance(Number.isFinite(next) ? Math.max(0, next - now) : 1_000)
  }
  return Object.assign(() => now, { advance, sleep, timer: add, step })
}

/** Lets everything run on that waits for nothing but the processor. `busy`: something is under way elsewhere. */
export async function settled(busy: () => boolean): Promise<void> {
  for (let still = 0; still < 12; still += 1) {
    await setImmediate()
    if (busy()) still = -1
  }
}
