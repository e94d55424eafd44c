import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** How many wait, by everything that the queue counts: looking at each of them took longer than the page itself. */
export const waitingCounts: Migration = {
  id: '120-waiting-counts',
  up: async (trx) => {
    await sql`create table session_index_waiting_counts (kind text not null, country text not null, workflow_id text not null,
      watched integer not null, returned integer not null, n bigint not null,
      primary key (kind, country, workflow_id, watched, returned))`.execute(trx)
    await sql`insert into session_index_waiting_counts (kind, country, workflow_id, watched, returned, n)
      select kind, coalesce(country, ''), coalesce(workflow_id, ''), case when aml_hits > 0 then 1 else 0 end,
        case when resubmissions > 0 then 1 else 0 end, count(*)
      from session_index where status = 'In Review' group by 1, 2, 3, 4, 5`.execute(trx)
  },
}
