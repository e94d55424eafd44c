import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** One row a session: what its hits said when somebody last looked. `hits` is JSON, see `HitEntry`. */
export const amlLooks: Migration = {
  id: '040-aml-looks',
  up: async (trx) => {
    await sql`create table aml_looks (
      session_id text primary key, at bigint not null, by_id text not null, by_name text not null, hits text not null)`.execute(trx)
  },
}
