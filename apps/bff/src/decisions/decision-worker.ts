import type { Presence } from '../processes/presence.ts'
import type { DecisionRow } from './decision.adapt.ts'
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
  /** Takes up what dead processes left, then waits for what comes due. */
  start: () => Promise<void>
  /** Takes up what others left that have died since. */
  takeUp: () => Promise<void>
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
  presence: Pick<Presence, 'id' | 'stint' | 'renew' | 'lastBreath'>
  /** Told the decision and the error; neither holds personal data. */
  onFailure: (decisionId: string | null, error: unknown) => void
}): DecisionWorker => {
  const { book, send, clock, timer, presence, onFailure } = deps
  const running = new Map<string, Promise<void>>()
  const broken = new Set<string>()
  let cancel: () => void = () => undefined
  let ticking: Promise<void> = Promise.resolve()
  let state: 'new' | 'running' | 'stopped' = 'new'

  /** `lastSentAt`: when the one who worked on it can have sent something last. The settling wait counts from there. */
  const interrupt = async (row: DecisionRow, lastSentAt: number, wakeAt: number): Promise<void> => {
    const wrote = row.stage === 'writing' ? { wrote_at: Math.max(row.wrote_at ?? 0, lastSentAt) } : {}
    await book.move(row, { event: 'restarted', change: { ...wrote, wake_at: wakeAt } })
  }

  const recover = async (id: string): Promise<void> => {
    const row = await book.find(id)
    if (row?.stage === 'uncertain' || row?.worker_id === presence.id) await interrupt(row, clock(), clock() + AFTER_FAILURE_MS)
    broken.delete(id)
  }

  const takeUp = async (): Promise<void> => {
    for (const row of await book.underWay()) {
      const lastSentAt = await presence.lastBreath(row.worker_id)
      if (lastSentAt !== null) await interrupt(row, lastSentAt, clock())
    }
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
      if (!presence.stint().holds()) await presence.renew()
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
      await takeUp()
      state = 'running'
      wake()
    },
    wake: () => {
      if (state === 'running') wake()
    },
    takeUp: async () => {
      if (state !== 'running') return
      await takeUp()
      wake()
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
