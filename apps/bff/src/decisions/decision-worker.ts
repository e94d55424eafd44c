import type { DecisionBook } from './decision.book.ts'
import type { SendDecision } from './send-decision.ts'

/** Runs `work` once after `ms`; the answer calls it off. */
export type Timer = (ms: number, work: () => void) => () => void

export const realTimer: Timer = (ms, work) => {
  const timer = setTimeout(work, ms)
  timer.unref()
  return () => clearTimeout(timer)
}

const MOST_AT_ONCE = 16
/** A wall clock can jump while we sleep, so no sleep is longer. */
const LONGEST_SLEEP_MS = 60_000
const AFTER_FAILURE_MS = 5_000

export interface DecisionWorker {
  /** Takes up what an earlier run of the house left, then waits for what comes due. */
  start: () => Promise<void>
  /** Call when something may have come due sooner than expected. */
  wake: () => void
  /** Works off everything that is due now and waits for it. */
  settle: () => Promise<void>
  /** Begins nothing more and waits for what is under way. */
  stop: () => Promise<void>
}

/** Sends decisions when their time has come. What to do when is in the store; this only watches the clock. */
export const makeDecisionWorker = (deps: {
  book: Pick<DecisionBook, 'upcoming' | 'underWay' | 'find' | 'move'>
  send: SendDecision
  clock: () => number
  timer: Timer
  /** Told the decision and the error; neither holds personal data. */
  onFailure: (decisionId: string | null, error: unknown) => void
}): DecisionWorker => {
  const { book, send, clock, timer, onFailure } = deps
  const running = new Map<string, Promise<void>>()
  const broken = new Set<string>()
  let cancel: () => void = () => undefined
  let ticking: Promise<void> = Promise.resolve()
  let state: 'new' | 'running' | 'stopped' = 'new'

  const recover = async (id: string): Promise<void> => {
    const row = await book.find(id)
    if (row) await book.move(row, { event: 'restarted', change: { wake_at: clock() + AFTER_FAILURE_MS } })
    broken.delete(id)
  }

  const begin = (id: string): void => {
    const work = send(id)
      .catch(async (error: unknown) => {
        broken.add(id)
        onFailure(id, error)
      })
      .finally(() => {
        running.delete(id)
        if (state === 'running') wake()
      })
    running.set(id, work)
  }

  const tick = async (): Promise<void> => {
    if (state === 'stopped') return
    cancel()
    try {
      for (const id of broken) await recover(id)
      const waiting = (await book.upcoming()).filter(({ id }) => !running.has(id))
      const due = waiting.filter(({ wakeAt }) => wakeAt <= clock()).slice(0, MOST_AT_ONCE - running.size)
      if (isStopped()) return
      for (const { id } of due) begin(id)
      const next = waiting.find(({ wakeAt }) => wakeAt > clock())
      if (state === 'running' && next) sleep(Math.min(next.wakeAt - clock(), LONGEST_SLEEP_MS))
    } catch (error) {
      onFailure(null, error)
      if (state === 'running') sleep(AFTER_FAILURE_MS)
    }
  }
  const isStopped = () => state === 'stopped'

  const sleep = (ms: number): void => {
    cancel()
    cancel = timer(ms, wake)
  }

  const wake = (): void => {
    ticking = ticking.then(tick)
  }

  const settle = async (): Promise<void> => {
    do {
      wake()
      await ticking
      await Promise.all(running.values())
      await ticking
    } while (running.size > 0 || (await book.upcoming()).some(({ wakeAt }) => wakeAt <= clock()))
  }

  return {
    start: async () => {
      for (const row of await book.underWay()) await book.move(row, { event: 'restarted', change: { wake_at: clock() } })
      state = 'running'
      wake()
    },
    wake: () => {
      if (state === 'running') wake()
    },
    settle,
    stop: async () => {
      state = 'stopped'
      cancel()
      await ticking
      await Promise.all(running.values())
    },
  }
}
