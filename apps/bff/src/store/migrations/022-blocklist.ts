import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** Didit keeps neither who blocked something nor why. */
export const blocklist: Migration = {
  id: '022-blocklist',
  up: async (trx) => {
    await sql`create table blocklist_reasons (
      session_id text not null, item text not null, reason text not null, by_id text not null, by_name text not null,
      at bigint not null, ledger_seq bigint not null, primary key (session_id, item))`.execute(trx)
  },
}
