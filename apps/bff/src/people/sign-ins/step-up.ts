import type { StepUpInput } from '@verdict/contract/second-factor'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Person } from '../../lib/person.ts'
import type { Store } from '../../store/open-store.ts'
import { codeWanted, passwordWanted, wrongCode, wrongPassword } from '../people.errors.ts'
import type { ReadAccessPolicy } from '../second-factor/demands.ts'
import type { FactorBook } from '../second-factor/factor-book.ts'
import type { SignInGuard } from '../sign-in-guard.ts'
import type { WeighPassword } from './weigh-password.ts'

export type StepUp = (input: { person: Person; signInId: string; proof: StepUpInput; address: string }) => Promise<void>

interface Deps {
  store: Store
  ledger: Ledger
  clock: () => number
  guard: SignInGuard
  factors: FactorBook
  weighPassword: WeighPassword
}

/**
 * Proves again who sits there, for this sign-in alone: by a code where there is a second factor, by the password where
 * there is none. Guesses wait as at the sign-in.
 */
export function makeStepUp({ store, ledger, clock, guard, factors, weighPassword }: Deps): StepUp {
  return async ({ person, signInId, proof, address }) => {
    const hasFactor = (await factors.find(store, person.id)) !== undefined
    if (hasFactor && proof.code === undefined) throw codeWanted()
    if (!hasFactor && proof.password === undefined) throw passwordWanted()
    const who = { email: person.email, address }
    await guard.weigh(who, async () => {
      const known = hasFactor || (await weighPassword(person.email, proof.password ?? '')).right
      const passed = await store.transaction().execute(async (trx) => {
        const kind = hasFactor ? await factors.takeCode(trx, person.id, proof.code ?? '') : known ? 'password' : undefined
        if (!kind) {
          await ledger.append(trx, { actor: person, action: 'step-up.failed' })
          return false
        }
        await ledger.append(trx, { actor: person, action: 'step-up.made', data: { with: kind } })
        await trx
          .insertInto('sign_in_proofs')
          .values({ session_id: signInId, proved_at: clock() })
          .onConflict((conflict) => conflict.column('session_id').doUpdateSet({ proved_at: clock() }))
          .execute()
        return true
      })
      if (passed) return guard.passed(who)
      await guard.failed(who)
      throw hasFactor ? wrongCode() : wrongPassword()
    })
  }
}

export type ProvedLately = (signInId: string) => Promise<boolean>

/** Whether the password or a code was given in this sign-in within the minutes that the policy says. */
export function makeProvedLately(deps: { store: Store; clock: () => number; accessPolicy: ReadAccessPolicy }): ProvedLately {
  const { store, clock, accessPolicy } = deps
  return async (signInId) => {
    const row = await store.selectFrom('sign_in_proofs').select('proved_at').where('session_id', '=', signInId).executeTakeFirst()
    const { stepUpMinutes } = await accessPolicy()
    return row !== undefined && row.proved_at > clock() - stepUpMinutes * 60_000
  }
}
