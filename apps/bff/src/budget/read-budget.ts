import { budgetNames, type BudgetReport } from '@verdict/contract/connection'
import type { Didit } from '@verdict/didit'
import { iso } from '../lib/time.ts'
import type { BudgetHistory } from './budget-history.ts'
import type { GrantBook } from './grant-book.ts'

/** `GET /api/connection/budget`. */
export function makeReadBudget(deps: {
  didit: Pick<Didit, 'breaker' | 'budgetWaitMs'>
  book: Pick<GrantBook, 'use'>
  history: Pick<BudgetHistory, 'steps'>
  lastError: () => { at: number; operation: string; words: string } | null
  clock: () => number
}) {
  const { didit, book, history, lastError, clock } = deps
  return async (): Promise<BudgetReport> => {
    const use = await book.use()
    const steps = history.steps()
    const { state, retryInMs, failures } = didit.breaker()
    const error = lastError()
    return {
      asOf: iso(clock()),
      budgets: budgetNames.map((name) => ({
        name,
        ...use[name],
        freeInSeconds: Math.ceil(didit.budgetWaitMs(name) / 1000),
        steps: steps.map(({ at, calls }) => ({ at: iso(at), calls: calls[name] })),
      })),
      waits: {
        calls: steps.reduce((sum, { waits }) => sum + waits, 0),
        longestMs: Math.max(...steps.map(({ longestWaitMs }) => longestWaitMs)),
      },
      breaker: { state, retryInSeconds: Math.ceil(retryInMs / 1000), failures },
      lastError: error && { ...error, at: iso(error.at) },
    }
  }
}
