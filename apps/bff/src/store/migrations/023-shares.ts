import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** The token itself is nowhere. */
export const shares: Migration = {
  id: '023-shares',
  up: async (trx) => {
    await sql`create table shares (
      id text primary key, session_id text not null, session_name text, session_number bigint,
      application_id text not null, purpose text not null, token_digest text not null,
      by_id text not null, by_name text not null, made_at bigint not null, expires_at bigint not null, ledger_seq bigint not null)`.execute(
      trx,
    )
    await sql`create index shares_made on shares (made_at)`.execute(trx)
  },
}
