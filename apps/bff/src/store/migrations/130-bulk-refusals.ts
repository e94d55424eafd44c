import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** What a bulk decision left out, so that its page tells it to everybody and after a reload. */
export const bulkRefusals: Migration = {
  id: '130-bulk-refusals',
  up: async (trx) => {
    await sql`create table decision_bulk_refusals (
      bulk_id text not null, session_id text not null, why text not null, primary key (bulk_id, session_id))`.execute(trx)
  },
}
