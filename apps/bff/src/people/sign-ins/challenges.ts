import { createHash, randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Store } from '../../store/open-store.ts'
import type { Database } from '../../store/schema.ts'
import type { Auth } from '../auth.ts'
import { CHALLENGE_MS } from './limits.ts'

export interface Challenge {
  hash: string
  personId: string
  next: 'code' | 'enrol'
  epoch: number
}

export interface Challenges {
  /** Remembers that a password was right. The cookie is the only way back to it. */
  make(entry: Omit<Challenge, 'hash'>): Promise<{ endsAt: number; cookies: string[] }>
  /** The challenge behind a cookie, while it lasts. */
  find(headers: Headers): Promise<Challenge | undefined>
  /** Uses it up. False when somebody else did. */
  use(trx: Transaction<Database>, challenge: Challenge): Promise<boolean>
}

const hashOf = (token: string) => createHash('sha256').update(`challenge:${token}`).digest('hex')

/** Sign-ins half done: no session, a signed cookie that is good once and not for long. Kept as a hash. */
export function makeChallenges({ auth, store, clock }: { auth: Auth; store: Store; clock: () => number }): Challenges {
  return {
    make: async ({ personId, next, epoch }) => {
      const token = randomBytes(32).toString('base64url')
      const endsAt = clock() + CHALLENGE_MS
      await store.transaction().execute(async (trx) => {
        await trx.deleteFrom('sign_in_challenges').where('ends_at', '<', clock()).execute()
        await trx
          .insertInto('sign_in_challenges')
          .values({ token_hash: hashOf(token), person_id: personId, next, epoch, ends_at: endsAt })
          .execute()
      })
      const { headers } = await auth.api.writeChallenge({ body: { token }, returnHeaders: true })
      return { endsAt, cookies: headers.getSetCookie() }
    },

    find: async (headers) => {
      const cookie = headers.get('cookie') ?? ''
      const { token } = await auth.api.readChallenge({ headers: new Headers({ cookie }) })
      if (token === null) return undefined
      const row = await store
        .selectFrom('sign_in_challenges')
        .selectAll()
        .where('token_hash', '=', hashOf(token))
        .where('ends_at', '>', clock())
        .executeTakeFirst()
      return row && { hash: row.token_hash, personId: row.person_id, next: row.next, epoch: row.epoch }
    },

    use: async (trx, { hash }) => {
      const used = await trx.deleteFrom('sign_in_challenges').where('token_hash', '=', hash).executeTakeFirst()
      return used.numDeletedRows === 1n
    },
  }
}
