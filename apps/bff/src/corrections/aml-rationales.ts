import type { AmlHitReview, AmlRationale } from '@verdict/contract/corrections'
import type { Kysely, Transaction } from 'kysely'
import type { Person } from '../lib/person.ts'
import { iso } from '../lib/time.ts'
import type { Database } from '../store/schema.ts'

/** Why hits were judged as they are. */
export const makeAmlRationales = (deps: { store: Kysely<Database>; clock: () => number; newId: () => string }) => {
  const { store, clock, newId } = deps
  return {
    keep: async (
      trx: Transaction<Database>,
      review: { by: Person; sessionId: string; nodeId: string | null; hits: AmlHitReview['hits']; ledgerSeq: number },
    ): Promise<void> => {
      const { by, sessionId, nodeId, hits, ledgerSeq } = review
      const at = clock()
      await trx
        .insertInto('aml_rationales')
        .values(
          hits.map(({ hitId, status, rationale }) => ({
            id: newId(),
            session_id: sessionId,
            node_id: nodeId,
            hit_id: hitId,
            status,
            rationale,
            by_id: by.id,
            by_name: by.name,
            at,
            ledger_seq: ledgerSeq,
          })),
        )
        .execute()
    },

    /** Newest first. */
    list: async (sessionId: string): Promise<AmlRationale[]> => {
      const rows = await store
        .selectFrom('aml_rationales')
        .selectAll()
        .where('session_id', '=', sessionId)
        .orderBy('ledger_seq', 'desc')
        .orderBy('hit_id')
        .limit(2000)
        .execute()
      return rows.map((row) => ({
        hitId: row.hit_id,
        nodeId: row.node_id,
        status: row.status,
        rationale: row.rationale,
        by: { id: row.by_id, name: row.by_name },
        at: iso(row.at),
        ledgerSeq: row.ledger_seq,
      }))
    },
  }
}
export type AmlRationales = ReturnType<typeof makeAmlRationales>
