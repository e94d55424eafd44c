import { createHash } from 'node:crypto'
import type { Store } from '../store/open-store.ts'

const FREE_FAILURES = 5
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 15 * 60_000
/** Failures older than this are forgotten. */
const MEMORY_MS = 60 * 60_000
/** Many people may sit behind one address, so it takes more failures there. */
const ADDRESS_FACTOR = 4

export interface SignInGuard {
  /** Milliseconds to wait before the next try is taken; 0 when it may be tried now. */
  waitFor(who: { email: string; address: string }): Promise<number>
  failed(who: { email: string; address: string }): Promise<void>
  /** A right password clears the e-mail, never the address: one known account must not buy more guesses. */
  passed(who: { email: string; address: string }): Promise<void>
}

const hashed = (kind: string, value: string) => createHash('sha256').update(`${kind}:${value.trim().toLowerCase()}`).digest('hex')

function waitAfter(failures: number, free: number): number {
  return failures < free ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - free))
}

/** Slows guessing down, per e-mail and per address. Kept in the database: a restart forgets nothing. */
export function makeSignInGuard({ store, clock }: { store: Store; clock: () => number }): SignInGuard {
  const subjects = ({ email, address }: { email: string; address: string }) => [
    { subject: hashed('email', email), free: FREE_FAILURES },
    { subject: hashed('address', address), free: FREE_FAILURES * ADDRESS_FACTOR },
  ]
  return {
    waitFor: async (who) => {
      const now = clock()
      const waits = subjects(who).map(async ({ subject, free }) => {
        const row = await store.selectFrom('sign_in_failures').selectAll().where('subject', '=', subject).executeTakeFirst()
        if (!row || row.last_at < now - MEMORY_MS) return 0
        return Math.max(0, row.last_at + waitAfter(row.failures, free) - now)
      })
      return Math.max(...(await Promise.all(waits)))
    },
    failed: async (who) => {
      const now = clock()
      await store.transaction().execute(async (trx) => {
        await trx
          .deleteFrom('sign_in_failures')
          .where('last_at', '<', now - MEMORY_MS)
          .execute()
        for (const { subject } of subjects(who)) {
          await trx
            .insertInto('sign_in_failures')
            .values({ subject, failures: 1, last_at: now })
            .onConflict((conflict) =>
              conflict.column('subject').doUpdateSet((eb) => ({ failures: eb('sign_in_failures.failures', '+', 1), last_at: now })),
            )
            .execute()
        }
      })
    },
    passed: async ({ email }) => {
      await store.deleteFrom('sign_in_failures').where('subject', '=', hashed('email', email)).execute()
    },
  }
}
