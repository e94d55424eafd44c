import type { BudgetName, BudgetTake, Lane } from '@verdict/didit'

const STEP_MS = 10_000
const STEPS = 30

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
  return {
    taken: ({ names, lane, waitedMs }: BudgetTake): void => {
      const at = now()
      let step = steps.at(-1)
      if (step?.at !== at) {
        step = stepAt(at)
        steps.push(step)
        if (steps.length > STEPS) steps.shift()
      }
      for (const name of names) step.calls[name][lane] += 1
      if (waitedMs > 0) step.waits += 1
      step.longestWaitMs = Math.max(step.longestWaitMs, waitedMs)
    },
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
