import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** Events wait here until they are worked off; of the body only what is needed for that is kept. */
export const webhookInbox: Migration = {
  id: '110-webhook-inbox',
  up: async (trx) => {
    const columns = [
      'status text',
      'kind text',
      'environment text',
      `how text not null default 'raw'`,
      `secret text not null default 'current'`,
      'sent_at bigint not null default 0',
      'test integer not null default 0',
      'times integer not null default 1',
      'last_received_at bigint not null default 0',
      `state text not null default 'done'`,
      'outcome text',
      'tries integer not null default 0',
      'wake_at bigint',
      'claimed_until bigint not null default 0',
    ]
    for (const column of columns) await sql`alter table webhook_events add column ${sql.raw(column)}`.execute(trx)
    await sql`update webhook_events set sent_at = created_at, last_received_at = received_at`.execute(trx)
    await sql`create index webhook_events_waiting on webhook_events (wake_at) where state = 'waiting'`.execute(trx)
    await sql`create index webhook_events_received on webhook_events (received_at, event_id)`.execute(trx)
    await sql`create table webhook_heads (
      session_id text primary key, created_at bigint not null, event_id text not null, status text)`.execute(trx)
    await sql`create table webhook_secrets (
      id text primary key, destination_id text not null, sealed text not null, last4 text not null,
      taken_at bigint not null, valid_until bigint)`.execute(trx)
  },
}
