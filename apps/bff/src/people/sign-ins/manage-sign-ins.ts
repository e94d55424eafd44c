import type { SignInList } from '@verdict/contract/sign-ins'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Person } from '../../lib/person.ts'
import type { Store } from '../../store/open-store.ts'
import { personUnknown, signInUnknown } from '../people.errors.ts'
import { endSignIns } from '../people.repository.ts'
import { browserWords } from './browser-words.ts'
import { IDLE_MS, LONGEST_MS } from './limits.ts'

const MINUTE_MS = 60_000

interface Deps {
  store: Store
  ledger: Ledger
  forgetIdentities: () => void
}

/** Where people are signed in, and how that ends. Times are the machine's, as the sessions are better-auth's. */
export function makeManageSignIns({ store, ledger, forgetIdentities }: Deps) {
  return {
    list: async (person: Person, signInId: string): Promise<SignInList> => {
      const now = Date.now()
      const rows = await store
        .selectFrom('auth_session')
        .select(['id', 'createdAt', 'updatedAt', 'expiresAt', 'userAgent'])
        .where('userId', '=', person.id)
        .orderBy('createdAt', 'desc')
        .execute()
      const signIns = rows
        .map((row) => ({
          id: row.id,
          browser: browserWords(row.userAgent),
          startedAt: row.createdAt,
          lastUsedAt: row.updatedAt,
          endsAt: new Date(Date.parse(row.createdAt) + LONGEST_MS).toISOString(),
          current: row.id === signInId,
          live: Date.parse(row.expiresAt) > now && Date.parse(row.createdAt) + LONGEST_MS > now,
        }))
        .filter(({ live, current }) => live || current)
        .toSorted((one, other) => Number(other.current) - Number(one.current))
      return { signIns, idleMinutes: IDLE_MS / MINUTE_MS, longestHours: LONGEST_MS / (60 * MINUTE_MS) }
    },

    endOne: async (person: Person, id: string): Promise<void> => {
      await store.transaction().execute(async (trx) => {
        const gone = await trx.deleteFrom('auth_session').where('id', '=', id).where('userId', '=', person.id).executeTakeFirst()
        if (gone.numDeletedRows === 0n) throw signInUnknown()
        await ledger.append(trx, { actor: person, action: 'sign-ins.ended', data: { ended: 1 } })
      })
      forgetIdentities()
    },

    /** Ends all of one's sign-ins but the one that asks. */
    endOthers: async (person: Person, signInId: string): Promise<number> => {
      const ended = await store.transaction().execute(async (trx) => {
        const count = await endSignIns(trx, person.id, signInId)
        await ledger.append(trx, { actor: person, action: 'sign-ins.ended', data: { ended: count } })
        return count
      })
      forgetIdentities()
      return ended
    },

    /** Signs somebody out everywhere. */
    endAllOf: async (actor: Person, personId: string): Promise<number> => {
      const ended = await store.transaction().execute(async (trx) => {
        const there = await trx.selectFrom('auth_user').select('id').where('id', '=', personId).executeTakeFirst()
        if (!there) throw personUnknown()
        const count = await endSignIns(trx, personId)
        await ledger.append(trx, { actor, action: 'person.signed-out', subject: personId, data: { ended: count } })
        return count
      })
      forgetIdentities()
      return ended
    },
  }
}
export type ManageSignIns = ReturnType<typeof makeManageSignIns>
