import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

export const reconciliation: Migration = {
  id: '111-reconciliation',
  up: async (trx) => {
    await sql`create table trail_marks (
      session_id text primary key, kind text, marked_at bigint not null, marks integer not null, checked integer not null,
      last_status text, tries integer not null, wake_at bigint not null)`.execute(trx)
    await sql`create index trail_marks_due on trail_marks (wake_at) where marks > checked`.execute(trx)
    await sql`create index decisions_wrote on decisions (wrote_at)`.execute(trx)
    await sql`create index decisions_ended on decisions (ended_at)`.execute(trx)
    await sql`create table alarms (
      id text primary key, session_id text not null, ref text not null, kind text not null, happened_at bigint,
      noticed_at bigint not null, status text, status_before text, actor text not null, comment text, said text not null,
      state text not null, ledger_seq bigint not null, by_id text, by_name text, ended_at bigint, note text,
      end_seq bigint)`.execute(trx)
    await sql`create unique index alarms_once on alarms (session_id, ref)`.execute(trx)
    await sql`create index alarms_state on alarms (state, noticed_at)`.execute(trx)
    await sql`create table reconciliation (
      id integer primary key, watching_since bigint not null, running_until bigint not null, ended_at bigint,
      decisions_seen_to bigint not null, problem text)`.execute(trx)
  },
}
