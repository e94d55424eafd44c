import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** Who has left: the person and their name stay, their way in does not. */
export const peopleLeft: Migration = {
  id: '031-people-left',
  up: async (trx) => {
    await sql`create table people_left (
      person_id text primary key references auth_user ("id") on delete cascade, left_at bigint not null)`.execute(trx)
  },
}
