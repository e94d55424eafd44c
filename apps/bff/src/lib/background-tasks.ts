import { setTimeout as pause } from 'node:timers/promises'

/** Work that goes on after the answer. It must not be lost when the house closes, nor fail loudly. */
export interface BackgroundTasks {
  run(task: () => Promise<void>): void
  /** The same, once nobody has asked for a moment: for work that would only make people wait. At most half a second later. */
  calmly(task: () => Promise<void>): void
  /** Resolves when nothing is under way any more. What waits for a calm moment is not kept waiting. */
  idle(): Promise<void>
}

const CALM_MS = 30
const LONGEST_WAIT_MS = 500

export function makeBackgroundTasks(onFailure: (error: unknown) => void): BackgroundTasks {
  const underWay = new Set<Promise<void>>()
  let waiting: (() => Promise<void>)[] = []
  let lastAsked = 0
  let hurry = new AbortController()

  const run = (task: () => Promise<void>): void => {
    const running = task()
      .catch(onFailure)
      .finally(() => underWay.delete(running))
    underWay.add(running)
  }

  const waitForCalm = async (): Promise<void> => {
    const end = performance.now() + LONGEST_WAIT_MS
    for (let now = performance.now(); now < Math.min(end, lastAsked + CALM_MS); now = performance.now()) {
      await pause(CALM_MS, undefined, { signal: hurry.signal }).catch(() => (lastAsked = 0))
    }
    const work = waiting
    waiting = []
    // One at a time and with a breath between them, so that a request never waits for more than one.
    for (const task of work) {
      await task().catch(onFailure)
      await pause(0)
    }
  }

  return {
    run,
    calmly: (task) => {
      lastAsked = performance.now()
      waiting.push(task)
      if (waiting.length === 1) run(waitForCalm)
    },
    idle: async () => {
      while (underWay.size > 0) {
        hurry.abort()
        hurry = new AbortController()
        await Promise.all(underWay)
      }
    },
  }
}
