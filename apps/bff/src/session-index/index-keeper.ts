import { DiditOverBudgetError } from '@verdict/didit'
import type { Timer } from '../decisions/decision-worker.ts'
import type { IndexStates } from './index-state.ts'
import { hasAll, hasFirstPages, IN_REVIEW, kinds, sweepName, type IndexReading } from './index-reading.ts'
import type { PurgeGone } from './purge-gone.ts'
import type { CaseReading } from './read-cases.ts'
import type { KeeperLease } from './keeper-lease.ts'

const RECENT_MS = 30_000
/** What is in review is compared as a whole; a long queue less often, so that it costs at most a page in two seconds. */
const REVIEW_MS = 60_000
const MS_PER_REVIEW_PAGE = 2_000
/** The whole index, a page at a time: an hour and a half for a million sessions. */
const SLOW_PAGE_MS = 1_000
/** A small index is not compared over and over. */
const SLOW_ROUND_MS = 600_000
const DETAILS_MS = 1_000
const DETAILS_AT_ONCE = 8
const PURGE_MS = 3_600_000
const IDLE_MS = 5_000
/** What is to be looked up soon is not told to the loop. */
const LONGEST_PAUSE_MS = 1_000
const AFTER_FAILURE_MS = 15_000

/** The loop that fills the index and keeps it true, on the background lane alone. */
export function makeIndexKeeper(deps: {
  reading: IndexReading
  cases: Pick<CaseReading, 'fill' | 'lookUpWaiting'>
  states: IndexStates
  lease: KeeperLease
  purge: PurgeGone
  clock: () => number
  timer: Timer
  onFailure: (error: unknown) => void
}) {
  const { reading, cases, states, lease, purge, clock, timer, onFailure } = deps
  let state: 'new' | 'running' | 'stopped' = 'new'
  let cancel: () => void = () => undefined
  let ticking: Promise<void> = Promise.resolve()
  let trouble: unknown = null
  const due = { recent: 0, slow: 0, details: 0, purge: 0 }
  let reviewPages = 0

  /** Does what is most wanted now and says in how many milliseconds to come back. */
  const work = async (): Promise<number> => {
    await cases.lookUpWaiting()
    const known = await states.read()
    const now = clock()
    if (!hasFirstPages(known)) {
      await reading.readFirstPages('background')
      return 0
    }
    for (const kind of kinds) {
      const name = sweepName(kind, IN_REVIEW)
      const age = now - (known.swept[name] ?? 0)
      if (known.sweeps[name] || age > Math.max(REVIEW_MS, reviewPages * MS_PER_REVIEW_PAGE)) {
        reviewPages = known.sweeps[name] ? reviewPages + 1 : 1
        await reading.sweepOn(kind, IN_REVIEW, 'background')
        return 0
      }
    }
    if (now >= due.purge) {
      due.purge = now + PURGE_MS
      await purge()
    }
    if (now >= due.recent) {
      await reading.readRecent()
      due.recent = clock() + RECENT_MS
      return 0
    }
    const filling = !hasAll(known)
    if (now >= due.details) {
      // In review at once, the others at leisure and only when every session is listed.
      const read = await cases.fill(filling ? 2 : 1, DETAILS_AT_ONCE)
      due.details = clock() + (read === 0 ? IDLE_MS : DETAILS_MS)
      return 0
    }
    const next = kinds.find((kind) => {
      const name = sweepName(kind, null)
      if (filling) return known.swept[name] === undefined
      return known.sweeps[name] !== undefined || now - (known.swept[name] ?? 0) > SLOW_ROUND_MS
    })
    if (next && (filling || now >= due.slow)) {
      await reading.sweepOn(next, null, 'background')
      due.slow = clock() + SLOW_PAGE_MS
      return 0
    }
    return Math.max(100, Math.min(LONGEST_PAUSE_MS, due.recent - now, due.details - now, next ? due.slow - now : IDLE_MS))
  }

  const tick = async (): Promise<void> => {
    if (state !== 'running') return
    cancel()
    let wait = AFTER_FAILURE_MS
    try {
      if (await lease.hold()) {
        wait = await work()
        trouble = null
      }
    } catch (error) {
      trouble = error
      if (error instanceof DiditOverBudgetError) wait = error.retryAfterMs ?? AFTER_FAILURE_MS
      else onFailure(error)
    }
    if (isRunning()) cancel = timer(Math.max(wait, 1), wake)
  }
  const isRunning = () => state === 'running'

  function wake(): void {
    ticking = ticking.then(tick)
  }

  return {
    start: (): void => {
      state = 'running'
      wake()
    },
    isStarted: isRunning,
    /** Something may have been missed: the newest are compared at once. */
    hurry: (): void => {
      due.recent = 0
      if (state === 'running') wake()
    },
    /** What kept the last step from being done; null when it was done. */
    trouble: (): unknown => trouble,
    stop: async (): Promise<void> => {
      state = 'stopped'
      cancel()
      await ticking
      await lease.release()
    },
  }
}
export type IndexKeeper = ReturnType<typeof makeIndexKeeper>
