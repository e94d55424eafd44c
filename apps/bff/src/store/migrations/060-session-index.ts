import { sql } from 'kysely'
import { kindOf } from '../store-kind.ts'
import type { Migration } from '../migrate.ts'

export const sessionIndex: Migration = {
  id: '060-session-index',
  up: async (trx) => {
    // On SQLite only this very word makes the column the table's own key, which the text index leans on.
    const key = sql.raw(kindOf(trx) === 'sqlite' ? 'integer' : 'bigint')
    await sql`drop table session_summaries`.execute(trx)
    await sql`create table session_index (
      position ${key} primary key, id text not null unique, kind text not null, number bigint, status text not null,
      name text, country text, document_type text, vendor_data text, email text, phone text, numbers text,
      workflow_id text, workflow_label text, created_at bigint not null, review_at bigint,
      features text, has_portrait integer not null,
      warnings text, warning_count integer, worst_severity text, aml_hits integer, resubmissions integer, evidence_hash text,
      search_text text not null, row_mark text not null, detail_mark text,
      as_of bigint not null, detail_at bigint, heard_at bigint not null, wants integer not null)`.execute(trx)
    await sql`create index session_index_status on session_index (status, position)`.execute(trx)
    await sql`create index session_index_country on session_index (country, position)`.execute(trx)
    await sql`create index session_index_workflow on session_index (workflow_id, position)`.execute(trx)
    await sql`create index session_index_kind on session_index (kind, number)`.execute(trx)
    await sql`create index session_index_business on session_index (position) where kind = 'business'`.execute(trx)
    await sql`create index session_index_wants on session_index (wants, position) where wants > 0`.execute(trx)
    await sql`create index session_index_waiting on session_index (position, kind, country, workflow_id, aml_hits, resubmissions)
      where status = 'In Review'`.execute(trx)
    await sql`create table session_index_warnings (code text not null, position bigint not null, primary key (code, position))`.execute(trx)
    await sql`create index session_index_warnings_position on session_index_warnings (position)`.execute(trx)
    await sql`create table session_index_counts (kind text not null, status text not null, country text not null,
      workflow_id text not null, n bigint not null, primary key (kind, status, country, workflow_id))`.execute(trx)
    await sql`create table session_index_keeper (name text primary key, owner text not null, until bigint not null)`.execute(trx)
    await sql`create table session_index_state (name text primary key, value text not null)`.execute(trx)
    if (kindOf(trx) === 'sqlite') {
      await sql`create virtual table session_index_text using fts5(search_text, content='', contentless_delete=1, detail='none',
        tokenize='trigram case_sensitive 1')`.execute(trx)
    } else {
      await sql`create extension if not exists pg_trgm`.execute(trx)
      await sql`create index session_index_text on session_index using gin (search_text gin_trgm_ops)`.execute(trx)
    }
  },
}
