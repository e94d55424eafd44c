import type { LiveKind } from '@verdict/contract/live'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../store/schema.ts'

export interface LiveInput {
  kind: LiveKind
  sessionId?: string
  /** Only this person hears it. */
  onlyFor?: string
}

export interface LiveRow {
  id: number
  kind: LiveKind
  session_id: string | null
  only_for: string | null
}

/** Tells what has changed. Inside a transaction it is heard when that is committed, and not at all otherwise. */
export type Publish = (events: LiveInput | readonly LiveInput[], trx?: Transaction<Database>) => Promise<void>

const KEPT_MS = 10 * 60_000
export const MOST_AT_ONCE = 500

/** The durable ring of events. Writing transactions run one after the other, so ids rise in the order of commits. */
export function makeLiveFeed({ store, clock }: { store: Kysely<Database>; clock: () => number }) {
  const newest = async (db: Pick<Kysely<Database>, 'selectFrom'> = store): Promise<number> => {
    const row = await db
      .selectFrom('live_events')
      .select((eb) => eb.fn.max('id').as('id'))
      .executeTakeFirst()
    return row?.id ?? 0
  }
  return {
    append: async (events: readonly LiveInput[], trx: Transaction<Database>): Promise<void> => {
      const last = await newest(trx)
      const at = clock()
      const rows = events.map(({ kind, sessionId, onlyFor }, index) => ({
        id: last + 1 + index,
        at,
        kind,
        session_id: sessionId ?? null,
        only_for: onlyFor ?? null,
      }))
      if (rows.length > 0) await trx.insertInto('live_events').values(rows).execute()
    },
    newest: () => newest(),
    /** Oldest first, so many at most. */
    since: async (id: number): Promise<LiveRow[]> =>
      store
        .selectFrom('live_events')
        .select(['id', 'kind', 'session_id', 'only_for'])
        .where('id', '>', id)
        .orderBy('id')
        .limit(MOST_AT_ONCE)
        .execute(),
    /** False when something after `id` may be forgotten already, or `id` is from another database. */
    reachesBack: async (id: number): Promise<boolean> => {
      const row = await store
        .selectFrom('live_events')
        .select((eb) => [eb.fn.min('id').as('oldest'), eb.fn.max('id').as('newest')])
        .executeTakeFirst()
      if (!row?.newest) return id === 0
      return id >= row.oldest - 1 && id <= row.newest
    },
    /** The newest row always stays: the next id is made from it. */
    forgetOld: async (): Promise<void> => {
      const last = await newest()
      await store
        .deleteFrom('live_events')
        .where('at', '<', clock() - KEPT_MS)
        .where('id', '<', last)
        .execute()
    },
  }
}
export type LiveFeed = ReturnType<typeof makeLiveFeed>
