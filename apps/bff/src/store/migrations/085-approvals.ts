import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** The checks are the last wall against one person being two: whatever the code above them does, such a row cannot stand. */
export const approvals: Migration = {
  id: '085-approvals',
  up: async (trx) => {
    await sql`create table approvals (
      id text primary key, kind text not null, stage text not null, version integer not null,
      subject text, session_id text, session_name text, session_number bigint, ask text not null,
      why text not null, blind integer not null, evidence_hash text, policy_version integer not null,
      made_by_id text not null, made_by_name text not null, made_at bigint not null, due_at bigint not null,
      second_by_id text, second_by_name text, second_at bigint, second_said text,
      third_by_id text, third_by_name text, third_at bigint, third_said text,
      ended_at bigint, problem text, changes text not null, ledger_seq bigint not null unique,
      check (second_by_id is null or second_by_id <> made_by_id),
      check (third_by_id is null or (second_by_id is not null and third_by_id <> made_by_id and third_by_id <> second_by_id)),
      check (stage <> 'approved' or second_by_id is not null),
      check (stage <> 'doing' or second_by_id is not null))`.execute(trx)
    await sql`create index approvals_open on approvals (made_at) where ended_at is null`.execute(trx)
    await sql`create index approvals_ended on approvals (ended_at)`.execute(trx)
    await sql`create index approvals_subject on approvals (subject)`.execute(trx)
    await sql`create table decision_bulks (id text primary key, outcome text not null, made_by_id text not null,
      made_by_name text not null, made_at bigint not null, approval_id text)`.execute(trx)
    await sql`alter table decisions add column policy_version integer not null default 0`.execute(trx)
    await sql`alter table decisions add column reason_label text`.execute(trx)
    await sql`alter table decisions add column told_label text`.execute(trx)
    await sql`alter table decisions add column approval_id text`.execute(trx)
    await sql`alter table decisions add column second_why text not null default '[]'`.execute(trx)
    await sql`alter table decisions add column second_by_id text check (second_by_id is null or second_by_id <> made_by_id)`.execute(trx)
    await sql`alter table decisions add column second_by_name text`.execute(trx)
    await sql`alter table decisions add column bulk_id text`.execute(trx)
    await sql`create index decisions_bulk on decisions (bulk_id) where bulk_id is not null`.execute(trx)
  },
}
