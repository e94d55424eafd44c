import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** A partial index on the order of the table itself is never chosen: companies were looked for among everybody. */
export const indexOfKinds: Migration = {
  id: '063-index-of-kinds',
  up: async (trx) => {
    await sql`drop index session_index_business`.execute(trx)
    await sql`create index session_index_kind_position on session_index (kind, position)`.execute(trx)
  },
}
