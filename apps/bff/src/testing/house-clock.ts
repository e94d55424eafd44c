export interface HouseClock {
  (): number
  /** Moves time on and wakes whoever slept until then. */
  advance(ms: number): void
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** Runs `work` when `advance` reaches that far; the answer calls it off. */
  timer: (ms: number, work: () => void) => () => void
}

/** Waits for a retry or for room in a budget are shorter, time limits of calls are longer than this. */
const SHORT_MS = 4_000

/**
 * A clock that stands until it is moved. Short sleeps pass at once and move it; long ones (time limits) end when
 * `advance` reaches them, so that nothing waits for real.
 */
export function makeHouseClock(start: number): HouseClock {
  let now = start
  let sleepers: { until: number; wake: () => void }[] = []
  const advance = (ms: number): void => {
    now += ms
    const due = sleepers.filter((sleeper) => sleeper.until <= now)
    sleepers = sleepers.filter((sleeper) => sleeper.until > now)
    for (const sleeper of due) sleeper.wake()
  }
  const sleep = (ms: number, signal?: AbortSignal): Promise<void> => {
    if (signal?.aborted) return Promise.reject(asError(signal.reason))
    if (ms < SHORT_MS) {
      advance(ms)
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const sleeper = { until: now + ms, wake: resolve }
      sleepers.push(sleeper)
      signal?.addEventListener(
        'abort',
        () => {
          sleepers = sleepers.filter((other) => other !== sleeper)
          reject(asError(signal.reason))
        },
        { once: true },
      )
    })
  }
  const timer = (ms: number, work: () => void) => {
    const sleeper = { until: now + ms, wake: work }
    sleepers.push(sleeper)
    return () => {
      sleepers = sleepers.filter((other) => other !== sleeper)
    }
  }
  return Object.assign(() => now, { advance, sleep, timer })
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}
