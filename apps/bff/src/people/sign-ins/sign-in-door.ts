import { generateRandomString } from 'better-auth/crypto'
import type { Transaction } from 'kysely'
import type { Store } from '../../store/open-store.ts'
import type { Database } from '../../store/schema.ts'
import type { Auth } from '../auth.ts'
import { signInOver } from '../people.errors.ts'
import { IDLE_MS } from './limits.ts'

const LONGEST_AGENT = 400

export interface OpenSignIn {
  signInId: string
  token: string
}

export interface SignInDoor {
  /** What must still hold when the sign-in opens. Read it before the password is weighed. */
  epochOf(personId: string): Promise<number>
  /** Opens a sign-in unless something ended this person's sign-ins since `epoch`. */
  open(trx: Transaction<Database>, entry: { personId: string; epoch: number; browser: string }): Promise<OpenSignIn>
  /** The cookies that hand an open sign-in over; the half-done one goes. */
  handOver(token: string): Promise<string[]>
}

/** Where sign-ins begin, so that none outlives a change of password, roles or second factor made meanwhile. */
export function makeSignInDoor(deps: { auth: Auth; store: Store; clock: () => number; newId: () => string }): SignInDoor {
  const { auth, store, clock, newId } = deps
  return {
    epochOf: async (personId) => {
      const row = await store.selectFrom('sign_in_epochs').select('epoch').where('person_id', '=', personId).executeTakeFirst()
      return row?.epoch ?? 0
    },

    open: async (trx, { personId, epoch, browser }) => {
      await trx
        .insertInto('sign_in_epochs')
        .values({ person_id: personId, epoch: 0 })
        .onConflict((conflict) => conflict.column('person_id').doNothing())
        .execute()
      // Written, not read: the row is locked until this sign-in is seen by whoever ends them all.
      const held = await trx
        .updateTable('sign_in_epochs')
        .set({ epoch })
        .where('person_id', '=', personId)
        .where('epoch', '=', epoch)
        .executeTakeFirst()
      if (held.numUpdatedRows !== 1n) throw signInOver()
      // Sessions live by the machine's clock, as better-auth does.
      const at = new Date()
      const session = {
        id: newId(),
        token: generateRandomString(32),
        userId: personId,
        expiresAt: new Date(at.getTime() + IDLE_MS).toISOString(),
        createdAt: at.toISOString(),
        updatedAt: at.toISOString(),
        ipAddress: null,
        userAgent: browser.slice(0, LONGEST_AGENT),
      }
      await trx.insertInto('auth_session').values(session).execute()
      await trx.insertInto('sign_in_proofs').values({ session_id: session.id, proved_at: clock() }).execute()
      return { signInId: session.id, token: session.token }
    },

    handOver: async (token) => {
      const written = await auth.api.writeSignIn({ body: { token }, returnHeaders: true })
      const cleared = await auth.api.clearChallenge({ returnHeaders: true })
      return [...written.headers.getSetCookie(), ...cleared.headers.getSetCookie()]
    },
  }
}
