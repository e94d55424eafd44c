import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

export const corrections: Migration = {
  id: '021-corrections',
  up: async (trx) => {
    await sql`create table aml_rationales (
      id text primary key, session_id text not null, node_id text, hit_id text not null, status text not null,
      rationale text not null, by_id text not null, by_name text not null, at bigint not null, ledger_seq bigint not null)`.execute(trx)
    await sql`create index aml_rationales_session on aml_rationales (session_id, ledger_seq)`.execute(trx)
  },
}
