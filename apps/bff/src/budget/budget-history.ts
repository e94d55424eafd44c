import type { BudgetName, BudgetTake, Lane } from '@verdict/didit'

const STEP_MS = 10_000
const STEPS = 30
/** Nobody notices a shorter wait. */
const NOTICED_MS = 50

/** One step of ten seconds: calls that got room, by budget and lane, and how they waited for it. */
export interface BudgetStep {
  /** Epoch ms. */
  at: number
  calls: Record<BudgetName, Record<Lane, number>>
  waits: number
  longestWaitMs: number
}

const none = (): Record<Lane, number> => ({ person: 0, prefetch: 0, background: 0 })

/** What this process asked of the budgets in the last five minutes, for people to see. */
export function makeBudgetHistory(clock: () => number) {
  const steps: BudgetStep[] = []
  const stepAt = (at: number): BudgetStep => ({
    at,
    calls: { reads: none(), writes: none(), pdfs: none(), edits: none() },
    waits: 0,
    longestWaitMs: 0,
  })
  const now = (): number => Math.floor(clock() / STEP_MS) * STEP_MS
  const current = (): BudgetStep => {
    const last = steps.at(-1)
    if (last?.at === now()) return last
    const step = stepAt(now())
    steps.push(step)
    if (steps.length > STEPS) steps.shift()
    return step
  }
  const waited = (ms: number): void => {
    if (ms < NOTICED_MS) return
    current().waits += 1
    current().longestWaitMs = Math.max(current().longestWaitMs, ms)
  }
  return {
    taken: ({ names, lane, waitedMs }: BudgetTake): void => {
      for (const name of names) current().calls[name][lane] += 1
      waited(waitedMs)
    },
    waited,
    /** Oldest first, one for every ten seconds, also for those in which nothing was asked. */
    steps: (): BudgetStep[] => {
      const end = now()
      return Array.from({ length: STEPS }, (_, index) => {
        const at = end - (STEPS - 1 - index) * STEP_MS
        return steps.find((step) => step.at === at) ?? stepAt(at)
      })
    },
  }
}
export type BudgetHistory = ReturnType<typeof makeBudgetHistory>
