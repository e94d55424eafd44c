import type { Delivery, DeliveryPage, DeliveryQuery } from '@verdict/contract/webhooks'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Ledger } from '../ledger/ledger.ts'
import type { Person } from '../lib/person.ts'
import { iso } from '../lib/time.ts'
import type { Database } from '../store/schema.ts'
import type { EventRow, Inbox } from './inbox.repository.ts'
import type { Refusals } from './refusals.ts'
import { cursorUnreadable, deliveryUnknown } from './webhooks.errors.ts'

const adaptDelivery = (row: EventRow): Delivery => ({
  eventId: row.event_id,
  event: row.type,
  sessionId: row.session_id,
  status: row.status,
  happenedAt: iso(row.created_at),
  sentAt: iso(row.sent_at),
  receivedAt: iso(row.received_at),
  lagMs: Math.max(0, row.received_at - row.created_at),
  verifiedBy: row.how,
  secret: row.secret,
  test: row.test === 1,
  state: row.state === 'waiting' && row.tries > 0 ? 'failed' : row.state,
  outcome: row.outcome,
  times: row.times,
  lastReceivedAt: iso(row.last_received_at),
})

const Place = z.tuple([z.number(), z.string()])
const writeCursor = (row: EventRow): string => Buffer.from(JSON.stringify([row.received_at, row.event_id])).toString('base64url')
function readCursor(cursor: string) {
  try {
    const [receivedAt, eventId] = Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { receivedAt, eventId }
  } catch {
    throw cursorUnreadable()
  }
}

/** What came, newest first, and one of it. */
export const makeListDeliveries = ({ inbox, refusals, clock }: { inbox: Inbox; refusals: Refusals; clock: () => number }) => ({
  list: async (query: DeliveryQuery): Promise<DeliveryPage> => {
    const [rows, counts] = await Promise.all([
      inbox.list(query, query.cursor === undefined ? null : readCursor(query.cursor)),
      inbox.counts(),
    ])
    const shown = rows.slice(0, query.limit)
    const last = shown.at(-1)
    const { lastAt, ...figures } = counts
    return {
      deliveries: shown.map(adaptDelivery),
      nextCursor: rows.length > query.limit && last ? writeCursor(last) : null,
      counts: figures,
      lastReceivedAt: lastAt === null ? null : iso(lastAt),
      refused: refusals.read(),
      asOf: iso(clock()),
    }
  },

  one: async (eventId: string): Promise<Delivery> => {
    const row = await inbox.find(eventId)
    if (!row) throw deliveryUnknown()
    return adaptDelivery(row)
  },
})
export type ListDeliveries = ReturnType<typeof makeListDeliveries>

/** Works one event off again, on record: the session is read as if the event had just come. */
export const makeReplayEvent =
  (deps: { inbox: Pick<Inbox, 'find'>; store: Kysely<Database>; ledger: Ledger; clock: () => number; wake: () => void }) =>
  async (by: Person, eventId: string): Promise<Delivery> => {
    const { inbox, store, ledger, clock, wake } = deps
    const row = await inbox.find(eventId)
    if (!row) throw deliveryUnknown()
    const again = { state: 'waiting', wake_at: clock(), tries: 0, claimed_until: 0 } as const
    await store.transaction().execute(async (trx) => {
      const about = row.session_id === null ? {} : { sessionId: row.session_id }
      await ledger.append(trx, { actor: by, action: 'webhook.replayed', subject: eventId, ...about })
      await trx.updateTable('webhook_events').set(again).where('event_id', '=', eventId).execute()
    })
    wake()
    return adaptDelivery({ ...row, ...again })
  }
export type ReplayEvent = ReturnType<typeof makeReplayEvent>
