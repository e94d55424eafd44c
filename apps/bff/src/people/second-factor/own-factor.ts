import type { FactorOffer, MyFactor } from '@verdict/contract/second-factor'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Person } from '../../lib/person.ts'
import { iso } from '../../lib/time.ts'
import type { Store } from '../../store/open-store.ts'
import { factorRequired, noFactor, wrongCode } from '../people.errors.ts'
import { endSignIns } from '../people.repository.ts'
import type { SignInGuard } from '../sign-in-guard.ts'
import { rolesDemand, type ReadAccessPolicy } from './demands.ts'
import type { FactorBook } from './factor-book.ts'
import { uriOf } from './totp.ts'

interface Deps {
  store: Store
  ledger: Ledger
  guard: SignInGuard
  factors: FactorBook
  accessPolicy: ReadAccessPolicy
  forgetIdentities: () => void
}

/** One's own second factor. The routes ask for a step-up before anything changes. */
export function makeOwnFactor({ store, ledger, guard, factors, accessPolicy, forgetIdentities }: Deps) {
  return {
    read: async (person: Person): Promise<MyFactor> => {
      const factor = await factors.find(store, person.id)
      return {
        on: factor !== undefined,
        since: factor ? iso(factor.since) : null,
        codesLeft: await factors.codesLeft(store, person.id),
        required: rolesDemand(await accessPolicy(), person.roles),
      }
    },

    /** A new secret for the app. The one in use goes on until a code of the new one came back. */
    offer: async (person: Person, signInId: string): Promise<FactorOffer> => {
      const secret = await factors.offer(store, signInId, person.id)
      return { secret, uri: uriOf(secret, person.email) }
    },

    /** The first code of the new app. Other sign-ins end: they were made without it. */
    confirm: async (input: { person: Person; signInId: string; code: string; address: string }): Promise<string[]> => {
      const { person, signInId, code, address } = input
      const who = { email: person.email, address }
      return guard.weigh(who, async () => {
        const codes = await store.transaction().execute(async (trx) => {
          if (!(await factors.confirm(trx, signInId, person.id, code))) return undefined
          await endSignIns(trx, person.id, signInId)
          await ledger.append(trx, { actor: person, action: 'second-factor.set-up' })
          return factors.renewCodes(trx, person.id)
        })
        forgetIdentities()
        if (codes) return codes
        await guard.failed(who)
        throw wrongCode()
      })
    },

    renewCodes: async (person: Person): Promise<string[]> =>
      store.transaction().execute(async (trx) => {
        if (!(await factors.find(trx, person.id))) throw noFactor()
        await ledger.append(trx, { actor: person, action: 'recovery-codes.renewed' })
        return factors.renewCodes(trx, person.id)
      }),

    remove: async (person: Person, signInId: string): Promise<void> => {
      if (rolesDemand(await accessPolicy(), person.roles)) throw factorRequired()
      await store.transaction().execute(async (trx) => {
        if (!(await factors.remove(trx, person.id))) throw noFactor()
        await endSignIns(trx, person.id, signInId)
        await ledger.append(trx, { actor: person, action: 'second-factor.removed' })
      })
      forgetIdentities()
    },
  }
}
export type OwnFactor = ReturnType<typeof makeOwnFactor>
