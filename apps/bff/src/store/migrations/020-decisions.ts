import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** The unique index is what makes two open decisions for one session impossible, whoever writes at the same time. */
export const decisions: Migration = {
  id: '020-decisions',
  up: async (trx) => {
    await sql`create table decisions (
      id text primary key, session_id text not null, session_name text, session_number bigint,
      outcome text not null, reason_code text not null, comment text not null, evidence_hash text not null,
      dispositions text not null, resubmit text, notify_email text, notify_language text,
      stage text not null, version integer not null,
      made_by_id text not null, made_by_name text not null, made_at bigint not null,
      wake_at bigint, wrote_at bigint, marks_before integer not null, tries integer not null, ended_at bigint,
      ledger_seq bigint not null unique, problem text, changes text not null)`.execute(trx)
    await sql`create unique index decisions_one_open on decisions (session_id)
      where stage in ('held', 'awaiting_second', 'checking', 'writing', 'uncertain')`.execute(trx)
    await sql`create index decisions_session on decisions (session_id, ledger_seq)`.execute(trx)
    await sql`create index decisions_maker on decisions (made_by_id, ended_at)`.execute(trx)
    await sql`create index decisions_waiting on decisions (wake_at) where wake_at is not null`.execute(trx)
  },
}
