import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

export const savedViews: Migration = {
  id: '062-saved-views',
  up: async (trx) => {
    await sql`create table saved_views (id text primary key, name text not null, search text not null, shared integer not null,
      by_id text not null, by_name text not null, made_at bigint not null)`.execute(trx)
    await sql`create index saved_views_maker on saved_views (by_id)`.execute(trx)
  },
}
