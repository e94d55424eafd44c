import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

export const live: Migration = {
  id: '090-live',
  up: async (trx) => {
    await sql`create table live_events (
      id bigint primary key, at bigint not null, kind text not null, session_id text, only_for text)`.execute(trx)
    await sql`create index live_events_at on live_events (at)`.execute(trx)
  },
}
