import type { SignInStep } from '@verdict/contract/second-factor'
import type { Ledger } from '../ledger/ledger.ts'
import type { Person } from '../lib/person.ts'
import { iso } from '../lib/time.ts'
import type { Store } from '../store/open-store.ts'
import { wrongCredentials } from './people.errors.ts'
import { readPerson } from './people.repository.ts'
import { factorStanding, rolesDemand, type ReadAccessPolicy } from './second-factor/demands.ts'
import type { SignInGuard } from './sign-in-guard.ts'
import type { Challenges } from './sign-ins/challenges.ts'
import type { SignInDoor } from './sign-ins/sign-in-door.ts'
import type { WeighPassword } from './sign-ins/weigh-password.ts'

/** From where somebody signs in. `browser` is what it says of itself. */
export interface From {
  address: string
  browser: string
  headers: Headers
}

export type SignInResult = { cookies: string[] } & ({ person: Person; step?: never } | { person?: never; step: SignInStep })
export type SignIn = (input: { email: string; password: string; from: From }) => Promise<SignInResult>

interface Deps {
  store: Store
  ledger: Ledger
  guard: SignInGuard
  door: SignInDoor
  challenges: Challenges
  weighPassword: WeighPassword
  accessPolicy: ReadAccessPolicy
}

/** Checks e-mail and password. Opens a sign-in, or says what is still missing; only a right password is told that. */
export function makeSignIn(deps: Deps): SignIn {
  const { store, ledger, guard, door, challenges, weighPassword, accessPolicy } = deps
  return async ({ email, password, from }) => {
    const who = { email, address: from.address }
    return guard.weigh(who, async () => {
      const { known, right, epoch } = await weighPassword(email, password)
      const person = known === undefined || !right ? undefined : await readPerson(store, known)
      if (!person) {
        await guard.failed(who)
        const about = known === undefined ? {} : { subject: known }
        const entry = { actor: 'verdict', action: 'sign-in.failed', ...about, data: { known: known !== undefined } } as const
        await store.transaction().execute((trx) => ledger.append(trx, entry))
        throw wrongCredentials()
      }
      const { on, due } = await factorStanding(store, person.id)
      if (on || due || rolesDemand(await accessPolicy(), person.roles)) {
        const next = on ? 'code' : 'enrol'
        const { endsAt, cookies } = await challenges.make({ personId: person.id, next, epoch })
        return { cookies, step: { next, endsAt: iso(endsAt) } }
      }
      await guard.passed(who)
      const { token } = await store.transaction().execute(async (trx) => {
        await ledger.append(trx, { actor: person, action: 'sign-in.made' })
        return door.open(trx, { personId: person.id, epoch, browser: from.browser })
      })
      return { cookies: await door.handOver(token), person }
    })
  }
}
