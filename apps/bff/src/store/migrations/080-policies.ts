import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

export const policies: Migration = {
  id: '080-policies',
  up: async (trx) => {
    await sql`create table policies (version integer primary key, body text not null, by_id text not null,
      by_name text not null, made_at bigint not null, note text not null)`.execute(trx)
  },
}
