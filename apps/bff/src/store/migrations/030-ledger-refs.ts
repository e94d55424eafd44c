import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** Finds the entry that tells how another ended without reading the whole record. */
export const ledgerRefs: Migration = {
  id: '030-ledger-refs',
  up: async (trx) => {
    await sql`create index ledger_entries_ref on ledger_entries (ref) where ref is not null`.execute(trx)
  },
}
