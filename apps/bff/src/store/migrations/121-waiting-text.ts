import { sql } from 'kysely'
import { kindOf } from '../store-kind.ts'
import type { Migration } from '../migrate.ts'

/** PostgreSQL finds all that hold a text before it looks at anything else: what waits has an index of its own. */
export const waitingText: Migration = {
  id: '121-waiting-text',
  up: async (trx) => {
    if (kindOf(trx) === 'sqlite') return
    await sql`create index session_index_waiting_text on session_index using gin (search_text gin_trgm_ops)
      where status = 'In Review'`.execute(trx)
  },
}
