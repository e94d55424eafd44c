import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** Sealed copies of decisions, by what they said: the newest to read on, the ones before to tell differences. */
export const keptDecisions: Migration = {
  id: '070-kept-decisions',
  up: async (trx) => {
    await sql`create table kept_decisions (
      session_id text not null, evidence_hash text not null, fetched_at bigint not null,
      key_id text not null, body text not null, primary key (session_id, evidence_hash))`.execute(trx)
    await sql`create index kept_decisions_fetched on kept_decisions (fetched_at)`.execute(trx)
  },
}
