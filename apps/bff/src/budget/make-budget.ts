import { diditLimits, realSleep, type BudgetTake, type DiditOptions, type Lane } from '@verdict/didit'
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
  /** Told about every call that took room, or waited for it in vain. */
  onTake: (taken: BudgetTake) => void
  onFailure: (error: unknown) => void
}) {
  const { maxWaitMs: _, ...limits } = deps.didit.limits ?? {}
  const book = makeGrantBook({ ...deps, limits: { ...diditLimits, ...limits } })
  const history = makeBudgetHistory(deps.clock)
  const onWait = (lane: Lane, waitedMs: number): void => {
    history.waited(waitedMs)
    deps.onTake({ names: [], lane, waitedMs })
  }
  const ofClient: Pick<DiditOptions, 'shareBudget' | 'onBudget'> = {
    onBudget: (taken) => {
      history.taken(taken)
      deps.onTake(taken)
    },
    shareBudget: (local) => makeSharedBudget({ ...deps, local, book, onWait, sleep: deps.didit.sleep ?? realSleep }),
  }
  return { book, history, ofClient }
}
export type BudgetRoom = ReturnType<typeof makeBudgetRoom>
