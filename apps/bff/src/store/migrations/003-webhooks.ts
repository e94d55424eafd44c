import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

export const webhooks: Migration = {
  id: '003-webhooks',
  up: async (trx) => {
    await sql`create table webhook_events (
      event_id text primary key, type text not null, session_id text, trusted integer not null,
      created_at bigint not null, received_at bigint not null)`.execute(trx)
    await sql`create index webhook_events_session on webhook_events (session_id, created_at)`.execute(trx)
  },
}
