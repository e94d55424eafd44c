import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** The four `auth_` tables are better-auth's; its dates are ISO text and its column names camel case. */
export const people: Migration = {
  id: '001-people',
  up: async (trx) => {
    await sql`create table auth_user (
      "id" text primary key, "name" text not null, "email" text not null unique, "emailVerified" integer not null,
      "image" text, "createdAt" text not null, "updatedAt" text not null)`.execute(trx)
    await sql`create table auth_session (
      "id" text primary key, "expiresAt" text not null, "token" text not null unique, "createdAt" text not null,
      "updatedAt" text not null, "ipAddress" text, "userAgent" text,
      "userId" text not null references auth_user ("id") on delete cascade)`.execute(trx)
    await sql`create index auth_session_user on auth_session ("userId")`.execute(trx)
    await sql`create table auth_account (
      "id" text primary key, "accountId" text not null, "providerId" text not null,
      "userId" text not null references auth_user ("id") on delete cascade, "accessToken" text, "refreshToken" text,
      "idToken" text, "accessTokenExpiresAt" text, "refreshTokenExpiresAt" text, "scope" text, "password" text,
      "createdAt" text not null, "updatedAt" text not null)`.execute(trx)
    await sql`create index auth_account_user on auth_account ("userId")`.execute(trx)
    await sql`create table auth_verification (
      "id" text primary key, "identifier" text not null, "value" text not null, "expiresAt" text not null,
      "createdAt" text not null, "updatedAt" text not null)`.execute(trx)
    await sql`create table people_roles (
      person_id text not null references auth_user ("id") on delete cascade, role text not null,
      primary key (person_id, role))`.execute(trx)
    await sql`create table sign_in_failures (
      subject text primary key, failures integer not null, last_at bigint not null)`.execute(trx)
    await sql`create table setup_tokens (token_hash text primary key, made_at bigint not null, used_at bigint)`.execute(trx)
  },
}
