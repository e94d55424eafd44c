import type { PasswordChange } from '@verdict/contract/people'
import type { Ledger } from '../ledger/ledger.ts'
import type { Person } from '../lib/person.ts'
import type { Store } from '../store/open-store.ts'
import { hashPassword, verifyPassword, type Auth } from './auth.ts'
import { tooManySignIns, wrongCurrentPassword } from './people.errors.ts'
import { endSignIns, setPassword } from './people.repository.ts'
import type { SignInGuard } from './sign-in-guard.ts'

export type ChangeOwnPassword = (input: { person: Person; change: PasswordChange; address: string; headers: Headers }) => Promise<void>

/** Sets one's own password on proof of the current one; guesses wait as at the sign-in. Other sign-ins end, this one stays. */
export function makeChangeOwnPassword(deps: {
  auth: Auth
  store: Store
  ledger: Ledger
  clock: () => number
  guard: SignInGuard
  forgetIdentities: () => void
}): ChangeOwnPassword {
  const { auth, store, ledger, clock, guard, forgetIdentities } = deps
  return async ({ person, change, address, headers }) => {
    const who = { email: person.email, address }
    const wait = await guard.waitFor(who)
    if (wait > 0) throw tooManySignIns(Math.ceil(wait / 1000))
    const account = await store.selectFrom('auth_account').select('password').where('userId', '=', person.id).executeTakeFirst()
    const right = await verifyPassword({ hash: account?.password ?? '', password: change.current }).catch(() => false)
    if (!right) {
      await guard.failed(who)
      await store.transaction().execute((trx) => ledger.append(trx, { actor: person, action: 'password.failed' }))
      throw wrongCurrentPassword()
    }
    await guard.passed(who)
    const passwordHash = await hashPassword(change.next)
    const mine = await auth.api.getSession({ headers: new Headers({ cookie: headers.get('cookie') ?? '' }) })
    await store.transaction().execute(async (trx) => {
      await setPassword(trx, person.id, passwordHash, clock())
      await endSignIns(trx, person.id, mine?.session.id)
      await ledger.append(trx, { actor: person, action: 'password.changed' })
    })
    forgetIdentities()
  }
}
