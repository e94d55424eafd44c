import type { DeliveryQuery } from '@verdict/contract/webhooks'
import type { Insertable, Kysely, Selectable } from 'kysely'
import { inGroups } from '../lib/in-groups.ts'
import type { Database } from '../store/schema.ts'
import type { EventOrder } from './event-order.ts'
import type { WebhookTables } from './webhooks.tables.ts'

type NewEvent = Insertable<WebhookTables['webhook_events']>
export type EventRow = Selectable<WebhookTables['webhook_events']>

/** Longer than any batch takes: only a worker that died loses what it had. */
const CLAIM_MS = 60_000
const BATCH = 100
/** A row has two dozen values, and SQLite takes 32,766 in one statement. */
const MOST_AT_ONCE = 200
const MAX_BACKOFF_MS = 300_000

interface Place {
  receivedAt: number
  eventId: string
}

/** In one statement, and in one order for everybody, so that two bffs cannot wait for each other's rows. */
const putAll = async (store: Kysely<Database>, events: readonly NewEvent[]): Promise<boolean[]> => {
  const firsts = new Map(events.toReversed().map((event) => [event.event_id, event]))
  const rows = [...firsts.values()].toSorted((a, b) => (a.event_id < b.event_id ? -1 : 1))
  const inserted = await store
    .insertInto('webhook_events')
    .values(rows)
    .onConflict((conflict) => conflict.column('event_id').doNothing())
    .returning('event_id')
    .execute()
  const fresh = new Set(inserted.map((row) => row.event_id))
  const taken = events.map((event) => fresh.has(event.event_id) && firsts.get(event.event_id) === event)
  for (const [index, { event_id, last_received_at }] of events.entries()) {
    if (taken[index] === true) continue
    await store
      .updateTable('webhook_events')
      .set((is) => ({ times: is('times', '+', 1), last_received_at }))
      .where('event_id', '=', event_id)
      .execute()
  }
  return taken
}

/** The inbox on disk: what came, and what is still to be done about it. */
export const makeInbox = ({ store, clock }: { store: Kysely<Database>; clock: () => number }) => ({
  /**
   * Durable when this resolves; those that come at the same time share one commit. False for an event that was there
   * before: it is counted, nothing more.
   */
  put: inGroups(async (events: readonly NewEvent[]): Promise<boolean[]> => putAll(store, events), MOST_AT_ONCE),

  find: async (eventId: string): Promise<EventRow | undefined> =>
    store.selectFrom('webhook_events').selectAll().where('event_id', '=', eventId).executeTakeFirst(),

  /** Takes up to a batch of what is due, oldest happening first; nobody else gets the same meanwhile. */
  claim: async (): Promise<EventRow[]> => {
    const now = clock()
    return store.transaction().execute(async (trx) => {
      const due = await trx
        .selectFrom('webhook_events')
        .select('event_id')
        .where('state', '=', 'waiting')
        .where('wake_at', '<=', now)
        .where('claimed_until', '<=', now)
        .orderBy('created_at')
        .orderBy('received_at')
        .limit(BATCH)
        .execute()
      if (due.length === 0) return []
      const rows = await trx
        .updateTable('webhook_events')
        .set({ claimed_until: now + CLAIM_MS })
        .where(
          'event_id',
          'in',
          due.map((row) => row.event_id),
        )
        .where('state', '=', 'waiting')
        .where('claimed_until', '<=', now)
        .returningAll()
        .execute()
      return rows.toSorted((a, b) => a.created_at - b.created_at || a.received_at - b.received_at)
    })
  },

  /** At the start of a process that is alone: what another had taken, it had when it died. */
  forgetClaims: async (): Promise<void> => {
    await store
      .updateTable('webhook_events')
      .set({ claimed_until: 0 })
      .where('state', '=', 'waiting')
      .where('claimed_until', '>', 0)
      .execute()
  },

  heads: async (sessionIds: readonly string[]) =>
    sessionIds.length === 0 ? [] : store.selectFrom('webhook_heads').selectAll().where('session_id', 'in', sessionIds).execute(),

  /** Marks a batch as worked off and remembers the latest event of each session. */
  finish: async (done: readonly { row: EventRow; order: EventOrder; outcome: string }[]): Promise<void> => {
    if (done.length === 0) return
    await store.transaction().execute(async (trx) => {
      for (const { row, order, outcome } of done) {
        await trx
          .updateTable('webhook_events')
          .set({ state: order === 'late' ? 'late' : 'done', outcome, wake_at: null, claimed_until: 0 })
          .where('event_id', '=', row.event_id)
          .execute()
        if (order === 'late' || row.session_id === null || row.trusted === 0) continue
        const head = { created_at: row.created_at, event_id: row.event_id, status: row.status }
        await trx
          .insertInto('webhook_heads')
          .values({ session_id: row.session_id, ...head })
          .onConflict((conflict) => conflict.column('session_id').doUpdateSet(head).where('webhook_heads.created_at', '<=', row.created_at))
          .execute()
      }
    })
  },

  /** It is tried again, later each time; nothing gives up silently. */
  putBack: async (row: EventRow, outcome: string): Promise<void> => {
    await store
      .updateTable('webhook_events')
      .set({
        tries: row.tries + 1,
        wake_at: clock() + Math.min(1000 * 2 ** row.tries, MAX_BACKOFF_MS),
        claimed_until: 0,
        outcome,
      })
      .where('event_id', '=', row.event_id)
      .execute()
  },

  nextWake: async (): Promise<number | null> => {
    const row = await store
      .selectFrom('webhook_events')
      .select((eb) => [eb.fn.min('wake_at').as('wake'), eb.fn.min('claimed_until').as('claimed')])
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    return row?.wake === null || row?.wake === undefined ? null : Math.max(row.wake, row.claimed)
  },

  list: async ({ state, event, session, limit }: DeliveryQuery, after: Place | null): Promise<EventRow[]> => {
    let query = store.selectFrom('webhook_events').selectAll()
    if (state === 'failed') query = query.where('state', '=', 'waiting').where('tries', '>', 0)
    else if (state !== undefined) query = query.where('state', '=', state)
    if (event !== undefined) query = query.where('type', '=', event)
    if (session !== undefined) query = query.where('session_id', '=', session.toLowerCase())
    if (after) {
      query = query.where((is) =>
        is.or([
          is('received_at', '<', after.receivedAt),
          is.and([is('received_at', '=', after.receivedAt), is('event_id', '<', after.eventId)]),
        ]),
      )
    }
    return query
      .orderBy('received_at', 'desc')
      .orderBy('event_id', 'desc')
      .limit(limit + 1)
      .execute()
  },

  counts: async () => {
    const of = store.selectFrom('webhook_events').select((eb) => eb.fn.countAll().as('count'))
    const waiting = of.where('state', '=', 'waiting')
    const [lastDay, due, failed, last] = await Promise.all([
      of.where('received_at', '>', clock() - 86_400_000).executeTakeFirstOrThrow(),
      waiting.where('tries', '=', 0).executeTakeFirstOrThrow(),
      waiting.where('tries', '>', 0).executeTakeFirstOrThrow(),
      store
        .selectFrom('webhook_events')
        .select((eb) => eb.fn.max('last_received_at').as('at'))
        .executeTakeFirst(),
    ])
    return { lastDay: Number(lastDay.count), waiting: Number(due.count), failed: Number(failed.count), lastAt: last?.at ?? null }
  },

  /** Of these event ids, those that came here. */
  known: async (eventIds: readonly string[]): Promise<Set<string>> => {
    if (eventIds.length === 0) return new Set()
    const rows = await store.selectFrom('webhook_events').select('event_id').where('event_id', 'in', eventIds).execute()
    return new Set(rows.map((row) => row.event_id))
  },

  /** Forgets what is older and done; sessions on legal hold keep theirs. */
  purge: async (before: number, hold: readonly string[]): Promise<number> => {
    let query = store.deleteFrom('webhook_events').where('received_at', '<', before).where('state', 'in', ['done', 'late'])
    if (hold.length > 0) query = query.where((is) => is.or([is('session_id', 'is', null), is('session_id', 'not in', hold)]))
    const { numDeletedRows } = await query.executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  },
})
export type Inbox = ReturnType<typeof makeInbox>
