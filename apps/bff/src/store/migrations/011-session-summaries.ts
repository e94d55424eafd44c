import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

export const sessionSummaries: Migration = {
  id: '011-session-summaries',
  up: async (trx) => {
    await sql`create table session_summaries (
      session_id text primary key, warnings text not null, warning_count integer not null, aml_hits integer not null,
      resubmissions integer not null, features text not null, evidence_hash text not null, row_mark text,
      as_of bigint not null)`.execute(trx)
  },
}
