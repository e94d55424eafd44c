import { createHash } from 'node:crypto'
import pLimit, { type LimitFunction } from 'p-limit'
import type { Store } from '../store/open-store.ts'
import { tooManySignIns } from './people.errors.ts'

const FREE_FAILURES = 5
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 15 * 60_000
/** Failures older than this are forgotten. */
const MEMORY_MS = 60 * 60_000
/** Many people may sit behind one address, so it takes more failures there. */
const ADDRESS_FACTOR = 4

/** Guesses of one person are weighed one after the other: many sent at once buy no more than sent in a row. */
const AT_ONCE_FOR_A_PERSON = 1
const AT_ONCE_FOR_AN_ADDRESS = 4

export interface Guessing {
  email: string
  address: string
}

export interface SignInGuard {
  /** Lets one try through, in its turn; 429 with the seconds to wait when there were too many. */
  weigh<T>(who: Guessing, attempt: () => Promise<T>): Promise<T>
  failed(who: Guessing): Promise<void>
  /**
   * A whole sign-in clears the e-mail, a right password before its code does not, or it would buy guesses at the code.
   * The address is never cleared: one known account must not buy more guesses at others.
   */
  passed(who: Guessing): Promise<void>
}

const hashed = (kind: string, value: string) => createHash('sha256').update(`${kind}:${value.trim().toLowerCase()}`).digest('hex')

function waitAfter(failures: number, free: number): number {
  return failures < free ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - free))
}

/** One queue for each key, forgotten when it is empty. */
function makeQueues(atOnce: number) {
  const queues = new Map<string, LimitFunction>()
  return async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const queue = queues.get(key) ?? pLimit(atOnce)
    queues.set(key, queue)
    try {
      return await queue(work)
    } finally {
      if (queue.activeCount + queue.pendingCount === 0) queues.delete(key)
    }
  }
}

/** Slows guessing down, per e-mail and per address. Kept in the database: a restart forgets nothing. */
export function makeSignInGuard({ store, clock }: { store: Store; clock: () => number }): SignInGuard {
  const subjects = ({ email, address }: Guessing) => [
    { subject: hashed('email', email), free: FREE_FAILURES },
    { subject: hashed('address', address), free: FREE_FAILURES * ADDRESS_FACTOR },
  ]
  const ofPerson = makeQueues(AT_ONCE_FOR_A_PERSON)
  const ofAddress = makeQueues(AT_ONCE_FOR_AN_ADDRESS)
  const waitFor = async (who: Guessing): Promise<number> => {
    const now = clock()
    const waits = subjects(who).map(async ({ subject, free }) => {
      const row = await store.selectFrom('sign_in_failures').selectAll().where('subject', '=', subject).executeTakeFirst()
      if (!row || row.last_at < now - MEMORY_MS) return 0
      return Math.max(0, row.last_at + waitAfter(row.failures, free) - now)
    })
    return Math.max(...(await Promise.all(waits)))
  }
  return {
    weigh: async (who, attempt) =>
      ofAddress(hashed('address', who.address), () =>
        ofPerson(hashed('email', who.email), async () => {
          const wait = await waitFor(who)
          if (wait > 0) throw tooManySignIns(Math.ceil(wait / 1000))
          return attempt()
        }),
      ),
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
