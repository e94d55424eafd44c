import type { LeaseInput, LeaseTaken, Presence } from '@verdict/contract/lease'
import type { Kysely, Transaction } from 'kysely'
import type { Ledger } from '../ledger/ledger.ts'
import type { Person } from '../lib/person.ts'
import type { LiveInput, Publish } from '../live/live-feed.ts'
import type { Database } from '../store/schema.ts'
import { leased, takeoverNeedsSenior } from './lease.errors.ts'
import { adaptLease, type LeaseBook, type LeaseRow } from './lease-book.ts'

interface Deps {
  store: Kysely<Database>
  ledger: Ledger
  book: LeaseBook
  publish: Publish
  leaseMs: () => Promise<number>
}

/** Another holder: the case and every list that shows who is on it. */
export const holderChanged = (sessionId: string): LiveInput[] => [{ kind: 'presence', sessionId }, { kind: 'queue' }]

/** Takes, renews, takes over and gives back; and says who has a case open. */
export function makeWorkOnSession({ store, ledger, book, publish, leaseMs }: Deps) {
  const seize = async (
    trx: Transaction<Database>,
    by: Person,
    sessionId: string,
    from: LeaseRow,
    { ms, note }: { ms: number; note: string },
  ): Promise<LeaseRow> => {
    await ledger.append(trx, {
      actor: by,
      action: 'lease.taken-over',
      sessionId,
      subject: from.holder_id,
      reason: note,
      data: { from: { id: from.holder_id, name: from.holder_name } },
    })
    return book.seize(trx, by, sessionId, { ms, from, note })
  }

  const presenceOf = async (sessionId: string): Promise<Presence> => {
    const row = await book.of(sessionId)
    return { lease: row ? adaptLease(row) : null, here: await book.here(sessionId) }
  }

  return {
    presenceOf,

    take: async (by: Person, sessionId: string, { tab, takeover, note }: LeaseInput): Promise<LeaseTaken> => {
      if (takeover && !by.permissions.includes('leases.takeover')) throw takeoverNeedsSenior()
      const ms = await leaseMs()
      const row = await store.transaction().execute(async (trx) => {
        const before = await book.live(trx, sessionId)
        const others = before !== undefined && before.holder_id !== by.id
        if (others && !takeover) throw leased(before)
        const after = others ? await seize(trx, by, sessionId, before, { ms, note }) : await book.take(trx, by, sessionId, { ms })
        if (!after) throw leased((await book.live(trx, sessionId)) ?? before ?? missing())
        const arrived = tab === undefined ? false : await book.arrive(trx, by, sessionId, tab)
        if (before?.holder_id !== by.id) await publish(holderChanged(sessionId), trx)
        else if (arrived) await publish({ kind: 'presence', sessionId }, trx)
        return after
      })
      return { ...adaptLease(row), here: await book.here(sessionId) }
    },

    giveBack: async (by: Person, sessionId: string, tab: string | undefined): Promise<Presence> => {
      await store.transaction().execute(async (trx) => {
        const left = await book.leave(trx, by, sessionId, tab)
        const freed = await book.giveBack(trx, by, sessionId)
        if (freed) await publish(holderChanged(sessionId), trx)
        else if (left) await publish({ kind: 'presence', sessionId }, trx)
      })
      return presenceOf(sessionId)
    },

    /** For readers: says that this tab has the case open. */
    beHere: async (by: Person, sessionId: string, tab: string): Promise<Presence> => {
      await store.transaction().execute(async (trx) => {
        if (await book.arrive(trx, by, sessionId, tab)) await publish({ kind: 'presence', sessionId }, trx)
      })
      return presenceOf(sessionId)
    },
  }
}
export type WorkOnSession = ReturnType<typeof makeWorkOnSession>

const missing = (): never => {
  throw new Error('a lease was refused that nobody holds')
}
