import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** Which process carries out what was agreed to, so that another can tell when it has died. */
export const approvalWorkers: Migration = {
  id: '125-approval-workers',
  up: async (trx) => {
    await sql`alter table approvals add column worker_id text`.execute(trx)
  },
}
