import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** Codes of an authenticator app, sign-ins that wait for one, and when each sign-in last proved who sits there. */
export const secondFactor: Migration = {
  id: '100-second-factor',
  up: async (trx) => {
    await sql`create table second_factors (
      person_id text primary key references auth_user ("id") on delete cascade,
      secret text not null, since bigint not null, last_step bigint not null)`.execute(trx)
    await sql`create table second_factor_offers (
      holder text primary key, person_id text not null references auth_user ("id") on delete cascade,
      secret text not null, made_at bigint not null)`.execute(trx)
    await sql`create table second_factors_due (
      person_id text primary key references auth_user ("id") on delete cascade, since bigint not null)`.execute(trx)
    await sql`create table recovery_codes (
      code_hash text primary key, person_id text not null references auth_user ("id") on delete cascade,
      made_at bigint not null, used_at bigint)`.execute(trx)
    await sql`create index recovery_codes_person on recovery_codes (person_id)`.execute(trx)
    await sql`create table sign_in_challenges (
      token_hash text primary key, person_id text not null references auth_user ("id") on delete cascade,
      next text not null, epoch bigint not null, ends_at bigint not null)`.execute(trx)
    await sql`create table sign_in_epochs (
      person_id text primary key references auth_user ("id") on delete cascade, epoch bigint not null)`.execute(trx)
    await sql`create table sign_in_proofs (
      session_id text primary key references auth_session ("id") on delete cascade, proved_at bigint not null)`.execute(trx)
  },
}
