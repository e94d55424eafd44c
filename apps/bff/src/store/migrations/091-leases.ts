import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** One lease a session at most: the primary key says so, whoever takes it at the same time. */
export const leases: Migration = {
  id: '091-leases',
  up: async (trx) => {
    await sql`create table leases (
      session_id text primary key, holder_id text not null, holder_name text not null,
      since bigint not null, until bigint not null,
      taken_from_id text, taken_from_name text, note text)`.execute(trx)
    await sql`create index leases_until on leases (until)`.execute(trx)
    await sql`create table presence (
      session_id text not null, tab text not null, person_id text not null, person_name text not null,
      since bigint not null, until bigint not null, primary key (session_id, tab))`.execute(trx)
    await sql`create index presence_until on presence (until)`.execute(trx)
  },
}
