import type { PasswordChange } from '@verdict/contract/people'
import type { Ledger } from '../ledger/ledger.ts'
import type { Person } from '../lib/person.ts'
import type { Store } from '../store/open-store.ts'
import { hashPassword } from './auth.ts'
import { wrongCurrentPassword } from './people.errors.ts'
import { endSignIns, setPassword } from './people.repository.ts'
import type { SignInGuard } from './sign-in-guard.ts'
import type { WeighPassword } from './sign-ins/weigh-password.ts'

export type ChangeOwnPassword = (input: { person: Person; change: PasswordChange; address: string; signInId: string }) => Promise<void>

/** Sets one's own password on proof of the current one; guesses wait as at the sign-in. Other sign-ins end, this one stays. */
export function makeChangeOwnPassword(deps: {
  store: Store
  ledger: Ledger
  clock: () => number
  guard: SignInGuard
  weighPassword: WeighPassword
  forgetIdentities: () => void
}): ChangeOwnPassword {
  const { store, ledger, clock, guard, weighPassword, forgetIdentities } = deps
  return async ({ person, change, address, signInId }) => {
    const who = { email: person.email, address }
    await guard.weigh(who, async () => {
      const { right } = await weighPassword(person.email, change.current)
      if (!right) {
        await guard.failed(who)
        await store.transaction().execute((trx) => ledger.append(trx, { actor: person, action: 'password.failed' }))
        throw wrongCurrentPassword()
      }
      const passwordHash = await hashPassword(change.next)
      await store.transaction().execute(async (trx) => {
        await setPassword(trx, person.id, passwordHash, clock())
        await endSignIns(trx, person.id, signInId)
        await ledger.append(trx, { actor: person, action: 'password.changed' })
      })
      forgetIdentities()
    })
  }
}
