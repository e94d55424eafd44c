import type { BlocklistItem } from '@verdict/contract/case'
import type { Kysely, Transaction } from 'kysely'
import type { Person } from '../lib/person.ts'
import type { Database } from '../store/schema.ts'

/** Who blocked what, and why. */
export const makeBlocklistReasons = ({ store, clock }: { store: Kysely<Database>; clock: () => number }) => ({
  keep: async (
    trx: Transaction<Database>,
    entry: { by: Person; sessionId: string; items: readonly BlocklistItem[]; reason: string; ledgerSeq: number },
  ): Promise<void> => {
    const { by, sessionId, items, reason, ledgerSeq } = entry
    const facts = { reason, by_id: by.id, by_name: by.name, at: clock(), ledger_seq: ledgerSeq }
    await trx
      .insertInto('blocklist_reasons')
      .values(items.map((item) => ({ session_id: sessionId, item, ...facts })))
      .onConflict((conflict) => conflict.columns(['session_id', 'item']).doUpdateSet(facts))
      .execute()
  },

  drop: async (trx: Transaction<Database>, sessionId: string, items: readonly BlocklistItem[]): Promise<void> => {
    await trx.deleteFrom('blocklist_reasons').where('session_id', '=', sessionId).where('item', 'in', items).execute()
  },

  of: async (sessionIds: readonly string[]) =>
    sessionIds.length === 0 ? [] : store.selectFrom('blocklist_reasons').selectAll().where('session_id', 'in', sessionIds).execute(),
})
export type BlocklistReasons = ReturnType<typeof makeBlocklistReasons>
