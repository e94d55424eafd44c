import type { AmlLook } from '@verdict/contract/aml'
import type { Decision as DiditDecision } from '@verdict/didit/wire/decision'
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import type { Person } from '../lib/person.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import type { Database } from '../store/schema.ts'
import { afterJudging, afterReading, newsOf, type Look } from './hit-news.ts'
import { HitEntry, hitPrints, keyOfHit } from './hit-snapshot.ts'

const Entries = z.array(HitEntry)

/** What the hits of each session said when somebody here last looked at them or judged them. */
export const makeAmlLooks = (deps: {
  store: Kysely<Database>
  clock: () => number
  evidence: Pick<EvidenceReader, 'read' | 'remembered'>
}) => {
  const { store, clock, evidence } = deps

  const last = async (db: Kysely<Database>, sessionId: string): Promise<Look | null> => {
    const row = await db.selectFrom('aml_looks').selectAll().where('session_id', '=', sessionId).executeTakeFirst()
    if (row === undefined) return null
    return { at: row.at, by: { id: row.by_id, name: row.by_name }, hits: Entries.parse(JSON.parse(row.hits)) }
  }
  const save = async (trx: Transaction<Database>, sessionId: string, { at, by, hits }: Look): Promise<void> => {
    const row = { at, by_id: by.id, by_name: by.name, hits: JSON.stringify(hits) }
    await trx
      .insertInto('aml_looks')
      .values({ session_id: sessionId, ...row })
      .onConflict((conflict) => conflict.column('session_id').doUpdateSet(row))
      .execute()
  }

  return {
    /** What is new in this evidence, or in the newest when it is not named or not remembered. */
    read: async (sessionId: string, evidenceHash?: string): Promise<AmlLook> => {
      const named = evidenceHash === undefined ? undefined : evidence.remembered(sessionId, evidenceHash)
      const { wire } = named ?? (await evidence.read(sessionId, 'cached'))
      return newsOf(await last(store, sessionId), hitPrints(wire))
    },

    /** Somebody leaves the page having seen this evidence. False when it is not remembered: nobody knows what they saw. */
    looked: async (by: Person, sessionId: string, evidenceHash: string): Promise<boolean> => {
      const seen = evidence.remembered(sessionId, evidenceHash)
      if (seen === undefined) return false
      const prints = hitPrints(seen.wire)
      await store.transaction().execute(async (trx) => {
        await save(trx, sessionId, afterReading(await last(trx, sessionId), prints, clock(), { id: by.id, name: by.name }))
      })
      return true
    },

    /** Somebody judged these hits of `wire`, the evidence that they had read. */
    judged: async (
      trx: Transaction<Database>,
      review: { by: Person; sessionId: string; wire: DiditDecision; hits: readonly { nodeId: string | null; hitId: string }[] },
    ): Promise<void> => {
      const { sessionId, wire, hits } = review
      const by = { id: review.by.id, name: review.by.name }
      await save(trx, sessionId, afterJudging(await last(trx, sessionId), hitPrints(wire), new Set(hits.map(keyOfHit)), clock(), by))
    },
  }
}
export type AmlLooks = ReturnType<typeof makeAmlLooks>
