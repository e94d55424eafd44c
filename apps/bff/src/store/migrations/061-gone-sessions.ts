import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

export const goneSessions: Migration = {
  id: '061-gone-sessions',
  up: async (trx) => {
    await sql`create table session_index_gone (id text primary key, body text not null, gone_at bigint not null)`.execute(trx)
    await sql`create index session_index_gone_at on session_index_gone (gone_at)`.execute(trx)
  },
}
