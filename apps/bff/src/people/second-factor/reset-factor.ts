import type { Ledger } from '../../ledger/ledger.ts'
import type { Person } from '../../lib/person.ts'
import type { Store } from '../../store/open-store.ts'
import { noFactor } from '../people.errors.ts'
import { endSignIns } from '../people.repository.ts'
import type { FactorBook } from './factor-book.ts'

export type ResetFactor = (input: { actor: Person | 'verdict'; personId: string }) => Promise<void>

/** Takes a lost second factor away. Its owner is signed out and sets up a new one before anything else. */
export function makeResetFactor(deps: {
  store: Store
  ledger: Ledger
  clock: () => number
  factors: Pick<FactorBook, 'remove'>
  forgetIdentities: () => void
}): ResetFactor {
  const { store, ledger, clock, factors, forgetIdentities } = deps
  return async ({ actor, personId }) => {
    await store.transaction().execute(async (trx) => {
      if (!(await factors.remove(trx, personId))) throw noFactor()
      const since = { since: clock() }
      await trx
        .insertInto('second_factors_due')
        .values({ person_id: personId, ...since })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet(since))
        .execute()
      await endSignIns(trx, personId)
      await ledger.append(trx, { actor, action: 'person.second-factor-reset', subject: personId })
    })
    forgetIdentities()
  }
}
