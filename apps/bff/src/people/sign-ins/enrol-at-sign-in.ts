import type { FactorOffer } from '@verdict/contract/second-factor'
import { signInOver } from '../people.errors.ts'
import { endSignIns } from '../people.repository.ts'
import { uriOf } from '../second-factor/totp.ts'
import type { From } from '../sign-in.ts'
import { halfSignedIn, refuseCode, type HalfWayDeps } from './finish-sign-in.ts'

export interface EnrolAtSignIn {
  /** A secret for the app of somebody whose role demands a second factor and who has none. */
  offer(input: { from: From }): Promise<FactorOffer>
  /** The first code of that app sets it up and signs in. */
  confirm(input: { code: string; from: From }): Promise<{ recoveryCodes: string[]; cookies: string[] }>
}

/** Sets a second factor up between password and sign-in. Whoever owes one can do nothing else before. */
export function makeEnrolAtSignIn(deps: HalfWayDeps): EnrolAtSignIn {
  const { store, ledger, guard, door, challenges, factors } = deps
  return {
    offer: async ({ from }) => {
      const { challenge, person } = await halfSignedIn(deps, from.headers, 'enrol')
      const secret = await factors.offer(store, challenge.hash, person.id)
      return { secret, uri: uriOf(secret, person.email) }
    },

    confirm: async ({ code, from }) => {
      const { challenge, person } = await halfSignedIn(deps, from.headers, 'enrol')
      const who = { email: person.email, address: from.address }
      return guard.weigh(who, async () => {
        const opened = await store.transaction().execute(async (trx) => {
          // Somebody else with the same password may have been faster: theirs must not be replaced.
          if (await factors.find(trx, person.id)) throw signInOver()
          if (!(await factors.confirm(trx, challenge.hash, person.id, code))) return undefined
          if (!(await challenges.use(trx, challenge))) throw signInOver()
          const recoveryCodes = await factors.renewCodes(trx, person.id)
          await ledger.append(trx, { actor: person, action: 'second-factor.set-up' })
          await ledger.append(trx, { actor: person, action: 'sign-in.made', data: { with: 'code' } })
          const { token, signInId } = await door.open(trx, { personId: person.id, epoch: challenge.epoch, browser: from.browser })
          await endSignIns(trx, person.id, signInId)
          return { recoveryCodes, token }
        })
        if (!opened) return refuseCode(deps, person, from.address)
        await guard.passed(who)
        return { recoveryCodes: opened.recoveryCodes, cookies: await door.handOver(opened.token) }
      })
    },
  }
}
