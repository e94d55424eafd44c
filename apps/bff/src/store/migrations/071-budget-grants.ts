import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** What each process may call, and what it called in the last minute: one budget for all that share a key. */
export const budgetGrants: Migration = {
  id: '071-budget-grants',
  up: async (trx) => {
    await sql`create table budget_grants (
      id text not null, budget text not null, lane text not null,
      calls integer not null, until bigint not null, primary key (id, budget))`.execute(trx)
    await sql`create index budget_grants_until on budget_grants (budget, until)`.execute(trx)
    await sql`create table budget_blocks (budget text primary key, until bigint not null)`.execute(trx)
  },
}
