import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** Who is at work on this store, and on what: only what a dead process left may be taken up by another. */
export const processes: Migration = {
  id: '050-processes',
  up: async (trx) => {
    await sql`create table processes (
      id text primary key, host text not null, pid bigint not null, version text not null, secret_mark text not null,
      started_at bigint not null, alive_until bigint not null)`.execute(trx)
    await sql`create table intents_under_way (seq bigint primary key, process_id text not null)`.execute(trx)
    await sql`create table store_facts (name text primary key, value text not null)`.execute(trx)
    await sql`alter table decisions add column worker_id text`.execute(trx)
    await sql`create index decisions_under_way on decisions (made_at) where stage in ('checking', 'writing')`.execute(trx)
  },
}
