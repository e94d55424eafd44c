import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** The time at which a waiting case is due stands in its row, so that a page of the queue is one walk along an index. */
export const queueOrder: Migration = {
  id: '092-queue-order',
  up: async (trx) => {
    await sql`alter table session_index add column rank_at bigint not null default 0`.execute(trx)
    await sql`alter table session_index add column rank_policy integer not null default -1`.execute(trx)
    await sql`drop index session_index_waiting`.execute(trx)
    await sql`create index session_index_waiting on session_index (rank_at, id, kind, country, workflow_id, aml_hits, resubmissions)
      where status = 'In Review'`.execute(trx)
    await sql`create table snoozes (
      session_id text primary key, at bigint not null, until bigint not null, event text, reason text not null,
      evidence_hash text, by_id text not null, by_name text not null)`.execute(trx)
    await sql`create index snoozes_until on snoozes (until)`.execute(trx)
    await sql`create table assignments (
      session_id text primary key, person_id text not null, person_name text not null,
      at bigint not null, by_id text not null, by_name text not null)`.execute(trx)
    await sql`create index assignments_person on assignments (person_id)`.execute(trx)
  },
}
