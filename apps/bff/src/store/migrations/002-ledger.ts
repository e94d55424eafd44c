import { sql, type Transaction } from 'kysely'
import type { Migration } from '../migrate.ts'
import type { Database } from '../schema.ts'
import { kindOf, type StoreKind } from '../store-kind.ts'

/** `body` holds the bytes that were hashed; the other columns are for finding. The triggers keep it append-only. */
export const ledger: Migration = {
  id: '002-ledger',
  up: async (trx) => {
    await sql`create table ledger_entries (
      seq bigint primary key, at bigint not null, actor_id text, who text not null, action text not null,
      session_id text, ref bigint, body text not null, hash text not null)`.execute(trx)
    await sql`create index ledger_entries_session on ledger_entries (session_id, seq)`.execute(trx)
    await sql`create index ledger_entries_action on ledger_entries (action, seq)`.execute(trx)
    await appendOnly[kindOf(trx)](trx)
  },
}

const appendOnly: Record<StoreKind, (trx: Transaction<Database>) => Promise<void>> = {
  sqlite: async (trx) => {
    await sql`create trigger ledger_entries_no_update before update on ledger_entries
      begin select raise(abort, 'the ledger is append-only'); end`.execute(trx)
    await sql`create trigger ledger_entries_no_delete before delete on ledger_entries
      begin select raise(abort, 'the ledger is append-only'); end`.execute(trx)
  },
  postgres: async (trx) => {
    await sql`create function ledger_is_append_only() returns trigger language plpgsql as
      $$ begin raise exception 'the ledger is append-only'; end $$`.execute(trx)
    await sql`create trigger ledger_entries_no_change before update or delete or truncate on ledger_entries
      for each statement execute function ledger_is_append_only()`.execute(trx)
  },
}
