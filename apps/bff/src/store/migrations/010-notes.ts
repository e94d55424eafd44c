import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

export const notes: Migration = {
  id: '010-notes',
  up: async (trx) => {
    await sql`create table notes (
      id text primary key, session_id text not null, text text not null, by_id text not null, by_name text not null,
      at bigint not null, ledger_seq bigint not null)`.execute(trx)
    await sql`create index notes_session on notes (session_id, ledger_seq)`.execute(trx)
  },
}
