import { z } from 'zod'

/** `GET /api/connection`: how things stand with Didit, for the top bar and for admins. */
export const Connection = z.object({
  /** False from the first failed call until the next answered one. */
  answers: z.boolean(),
  /** Since when it does not answer. */
  downSince: z.string().nullable(),
  /** Last time that Didit answered anything. */
  asOf: z.string().nullable(),
  /** What is wrong, as a sentence, or null. */
  problem: z.string().nullable(),
  budget: z.object({
    reads: z.object({ used: z.int(), limit: z.int() }),
    writes: z.object({ used: z.int(), limit: z.int() }),
    pdfs: z.object({ used: z.int(), limit: z.int() }),
    /** Corrections of documents; `freeInSeconds` is 0 while there is room. */
    edits: z.object({ used: z.int(), limit: z.int(), freeInSeconds: z.int() }),
  }),
})
export type Connection = z.infer<typeof Connection>

const Lanes = z.object({
  /** Somebody waits for it. */
  person: z.int(),
  /** Somebody will want it soon: a case read ahead, a look behind what is shown. */
  prefetch: z.int(),
  background: z.int(),
})

export const budgetNames = ['reads', 'writes', 'pdfs', 'edits'] as const
export const BudgetName = z.enum(budgetNames)
export type BudgetName = z.infer<typeof BudgetName>

/** `GET /api/connection/budget`: who spends the calls that Didit allows, and how it goes. */
export const BudgetReport = z.object({
  asOf: z.string(),
  budgets: z.array(
    z.object({
      name: BudgetName,
      limit: z.int(),
      /** Calls of the running minute that are made or granted, by all processes. */
      used: z.int(),
      byLane: Lanes,
      /** Until a person's call has room; 0 while it has. */
      freeInSeconds: z.int(),
      /** By this process, ten seconds each, oldest first. */
      steps: z.array(z.object({ at: z.string(), calls: Lanes })),
    }),
  ),
  /** Of the last five minutes. */
  waits: z.object({ calls: z.int(), longestMs: z.int() }),
  /** `closed`: calls go out. `open`: Didit is left in peace after failures. `half-open`: one call tries. */
  breaker: z.object({ state: z.enum(['closed', 'open', 'half-open']), retryInSeconds: z.int(), failures: z.int() }),
  /** The last call that failed, in words. */
  lastError: z.object({ at: z.string(), operation: z.string(), words: z.string() }).nullable(),
})
export type BudgetReport = z.infer<typeof BudgetReport>
