import type { Ledger } from '../../ledger/ledger.ts'
import type { Person } from '../../lib/person.ts'
import type { Store } from '../../store/open-store.ts'
import { signInOver, wrongCode } from '../people.errors.ts'
import { readPerson } from '../people.repository.ts'
import type { FactorBook } from '../second-factor/factor-book.ts'
import type { From } from '../sign-in.ts'
import type { SignInGuard } from '../sign-in-guard.ts'
import type { Challenge, Challenges } from './challenges.ts'
import type { SignInDoor } from './sign-in-door.ts'

export interface HalfWayDeps {
  store: Store
  ledger: Ledger
  guard: SignInGuard
  door: SignInDoor
  challenges: Challenges
  factors: FactorBook
}

/** Who is half signed in here, and what they still owe; 401 for anybody else. */
export async function halfSignedIn(
  { store, challenges }: Pick<HalfWayDeps, 'store' | 'challenges'>,
  headers: Headers,
  next: Challenge['next'],
): Promise<{ challenge: Challenge; person: Person }> {
  const challenge = await challenges.find(headers)
  const person = challenge && (await readPerson(store, challenge.personId))
  if (!challenge || !person || challenge.next !== next) throw signInOver()
  return { challenge, person }
}

/** Counts a wrong code like a wrong password, puts it on record, and refuses. */
export async function refuseCode(
  { store, ledger, guard }: Pick<HalfWayDeps, 'store' | 'ledger' | 'guard'>,
  person: Person,
  address: string,
): Promise<never> {
  await guard.failed({ email: person.email, address })
  const entry = { actor: 'verdict', action: 'sign-in.failed', subject: person.id, data: { known: true, step: 'code' } } as const
  await store.transaction().execute((trx) => ledger.append(trx, entry))
  throw wrongCode()
}

export type FinishSignIn = (input: { code: string; from: From }) => Promise<{ person: Person; cookies: string[] }>

/** The second half of a sign-in: a code of the app, or a recovery code. All of it is one transaction, or nothing is. */
export function makeFinishSignIn(deps: HalfWayDeps): FinishSignIn {
  const { store, ledger, guard, door, challenges, factors } = deps
  return async ({ code, from }) => {
    const { challenge, person } = await halfSignedIn(deps, from.headers, 'code')
    const who = { email: person.email, address: from.address }
    return guard.weigh(who, async () => {
      const opened = await store.transaction().execute(async (trx) => {
        const kind = await factors.takeCode(trx, person.id, code)
        if (!kind) return undefined
        if (!(await challenges.use(trx, challenge))) throw signInOver()
        if (kind === 'recovery-code') await ledger.append(trx, { actor: person, action: 'recovery-code.used' })
        await ledger.append(trx, { actor: person, action: 'sign-in.made', data: { with: kind } })
        return door.open(trx, { personId: person.id, epoch: challenge.epoch, browser: from.browser })
      })
      if (!opened) return refuseCode(deps, person, from.address)
      await guard.passed(who)
      return { person, cookies: await door.handOver(opened.token) }
    })
  }
}
