import type { Lease, Presence } from '@verdict/contract/lease'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Person } from '../lib/person.ts'
import { iso } from '../lib/time.ts'
import type { Database } from '../store/schema.ts'
import { leased } from './lease.errors.ts'
import type { LeaseTables } from './leases.tables.ts'

export type LeaseRow = Selectable<LeaseTables['leases']>
type Db = Kysely<Database> | Transaction<Database>

/** A tab that says nothing for this long is gone. Two heartbeats may get lost. */
export const HERE_MS = 90_000
const FORGOTTEN_MS = 3_600_000

export const adaptLease = (row: LeaseRow): Lease => ({
  holder: { id: row.holder_id, name: row.holder_name },
  since: iso(row.since),
  until: iso(row.until),
  takenFrom: row.taken_from_id === null ? null : { id: row.taken_from_id, name: row.taken_from_name ?? '', note: row.note ?? '' },
})

/** Who works on which case and who has it open. Nothing here expires by a timer: the clock is compared at each look. */
export function makeLeaseBook({ store, clock }: { store: Kysely<Database>; clock: () => number }) {
  const live = async (db: Db, sessionId: string): Promise<LeaseRow | undefined> =>
    db.selectFrom('leases').selectAll().where('session_id', '=', sessionId).where('until', '>', clock()).executeTakeFirst()

  return {
    /** The lease that holds now. */
    of: async (sessionId: string): Promise<LeaseRow | undefined> => live(store, sessionId),

    /** All leases that hold now: hardly more than there are people. */
    all: async (): Promise<LeaseRow[]> => store.selectFrom('leases').selectAll().where('until', '>', clock()).execute(),

    /** Refuses with who while somebody else works on the case. */
    demandFree: async (by: Pick<Person, 'id'>, sessionId: string, db: Db = store): Promise<void> => {
      const lease = await live(db, sessionId)
      if (lease && lease.holder_id !== by.id) throw leased(lease)
    },

    /**
     * Takes or renews in one statement: of any number who try at once one gets it, the others undefined. `fresh`
     * refuses a lease of one's own too, so that two tabs of one person never get the same case.
     */
    take: async (
      trx: Transaction<Database>,
      by: Pick<Person, 'id' | 'name'>,
      sessionId: string,
      { ms, fresh = false }: { ms: number; fresh?: boolean },
    ): Promise<LeaseRow | undefined> => {
      const now = clock()
      const mine = { session_id: sessionId, holder_id: by.id, holder_name: by.name, until: now + ms }
      return trx
        .insertInto('leases')
        .values({ ...mine, since: now, taken_from_id: null, taken_from_name: null, note: null })
        .onConflict((conflict) =>
          conflict
            .column('session_id')
            .doUpdateSet((eb) => {
              const kept = eb.and([eb('leases.holder_id', '=', by.id), eb('leases.until', '>', now)])
              const keep = <K extends 'since' | 'taken_from_id' | 'taken_from_name' | 'note'>(column: K) =>
                eb
                  .case()
                  .when(kept)
                  .then(eb.ref(`leases.${column}`))
                  .else(eb.ref(`excluded.${column}`))
                  .end()
              return {
                holder_id: by.id,
                holder_name: by.name,
                until: now + ms,
                since: keep('since'),
                taken_from_id: keep('taken_from_id'),
                taken_from_name: keep('taken_from_name'),
                note: keep('note'),
              }
            })
            .where((eb) =>
              fresh ? eb('leases.until', '<=', now) : eb.or([eb('leases.until', '<=', now), eb('leases.holder_id', '=', by.id)]),
            ),
        )
        .returningAll()
        .executeTakeFirst()
    },

    /** Gives the case to `by`, whoever has it. */
    seize: async (
      trx: Transaction<Database>,
      by: Pick<Person, 'id' | 'name'>,
      sessionId: string,
      { ms, from, note }: { ms: number; from: LeaseRow; note: string },
    ): Promise<LeaseRow> => {
      const now = clock()
      return trx
        .updateTable('leases')
        .set({
          holder_id: by.id,
          holder_name: by.name,
          since: now,
          until: now + ms,
          taken_from_id: from.holder_id,
          taken_from_name: from.holder_name,
          note,
        })
        .where('session_id', '=', sessionId)
        .returningAll()
        .executeTakeFirstOrThrow()
    },

    live,

    /** True when this person held it and has no other tab on it. */
    giveBack: async (trx: Transaction<Database>, by: Pick<Person, 'id'>, sessionId: string): Promise<boolean> => {
      const other = await trx
        .selectFrom('presence')
        .select('tab')
        .where('session_id', '=', sessionId)
        .where('person_id', '=', by.id)
        .where('until', '>', clock())
        .executeTakeFirst()
      if (other) return false
      const gone = await trx
        .deleteFrom('leases')
        .where('session_id', '=', sessionId)
        .where('holder_id', '=', by.id)
        .where('until', '>', clock())
        .returning('session_id')
        .executeTakeFirst()
      return gone !== undefined
    },

    /** A tab has the case open. True when its person was not here before. */
    arrive: async (trx: Transaction<Database>, by: Pick<Person, 'id' | 'name'>, sessionId: string, tab: string): Promise<boolean> => {
      const now = clock()
      await trx
        .deleteFrom('presence')
        .where('until', '<', now - FORGOTTEN_MS)
        .execute()
      await trx
        .deleteFrom('leases')
        .where('until', '<', now - FORGOTTEN_MS)
        .execute()
      const before = await trx
        .selectFrom('presence')
        .select('tab')
        .where('session_id', '=', sessionId)
        .where('person_id', '=', by.id)
        .where('until', '>', now)
        .executeTakeFirst()
      const row = { session_id: sessionId, tab, person_id: by.id, person_name: by.name, until: now + HERE_MS }
      await trx
        .insertInto('presence')
        .values({ ...row, since: now })
        .onConflict((conflict) =>
          conflict.columns(['session_id', 'tab']).doUpdateSet({ person_id: by.id, person_name: by.name, until: row.until }),
        )
        .execute()
      return before === undefined
    },

    /** The tab has left the case; without a tab, all of this person's. True when somebody was there. */
    leave: async (trx: Transaction<Database>, by: Pick<Person, 'id'>, sessionId: string, tab: string | undefined): Promise<boolean> => {
      const gone = trx.deleteFrom('presence').where('session_id', '=', sessionId).where('person_id', '=', by.id)
      const rows = await (tab === undefined ? gone : gone.where('tab', '=', tab)).returning('tab').execute()
      return rows.length > 0
    },

    /** Whoever has the case open, each person once, who came first first. */
    here: async (sessionId: string): Promise<Presence['here']> => {
      const rows = await store
        .selectFrom('presence')
        .select(['person_id', 'person_name'])
        .select((eb) => eb.fn.min('since').as('since'))
        .where('session_id', '=', sessionId)
        .where('until', '>', clock())
        .groupBy(['person_id', 'person_name'])
        .orderBy('since')
        .execute()
      return rows.map(({ person_id, person_name, since }) => ({ id: person_id, name: person_name, since: iso(since) }))
    },
  }
}
export type LeaseBook = ReturnType<typeof makeLeaseBook>
