import { diditLimits, realSleep, type DiditOptions } from '@verdict/didit'
import type { Kysely } from 'kysely'
import type { Database } from '../store/schema.ts'
import { makeBudgetHistory } from './budget-history.ts'
import { makeGrantBook } from './grant-book.ts'
import { makeSharedBudget } from './shared-budget.ts'

/** The budget of all processes on this store, ready for the client of Didit. */
export function makeBudgetRoom(deps: {
  store: Kysely<Database>
  clock: () => number
  newId: () => string
  didit: Pick<DiditOptions, 'sleep' | 'limits'>
  onFailure: (error: unknown) => void
}) {
  const { maxWaitMs: _, ...limits } = deps.didit.limits ?? {}
  const book = makeGrantBook({ ...deps, limits: { ...diditLimits, ...limits } })
  const history = makeBudgetHistory(deps.clock)
  const ofClient: Pick<DiditOptions, 'shareBudget' | 'onBudget'> = {
    onBudget: history.taken,
    shareBudget: (local) => makeSharedBudget({ ...deps, local, book, sleep: deps.didit.sleep ?? realSleep }),
  }
  return { book, history, ofClient }
}
export type BudgetRoom = ReturnType<typeof makeBudgetRoom>
