import type { BudgetName, Lane } from '@verdict/didit'

export interface BudgetTables {
  /** Calls that were granted to a process; they count until `until` (epoch ms). */
  budget_grants: { id: string; budget: BudgetName; lane: Lane; calls: number; until: number }
  /** Didit said 429: nobody calls before. */
  budget_blocks: { budget: BudgetName; until: number }
}
