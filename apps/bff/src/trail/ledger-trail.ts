import { JsonObject } from '@verdict/contract/json'
import type { TrailEntry } from '@verdict/contract/trail'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { iso } from '../lib/time.ts'
import type { Database } from '../store/schema.ts'
import { sayLedger } from './ledger-words.ts'

/** The parts of an entry's recorded text that a trail tells. */
const Body = z.object({
  action: z.string(),
  reason: z.string().nullable(),
  outcome: z.string().nullable(),
  data: JsonObject,
})

/** Told by the notes themselves, which have the text. */
const toldElsewhere = ['note.added']
const MAX_ENTRIES = 1_000

const commentOf = (data: JsonObject): string | null => {
  const comment = data['comment']
  return typeof comment === 'string' && comment !== '' ? comment : null
}

/** Our own record of one session, oldest first, in words. */
export function makeLedgerTrail({ store }: { store: Kysely<Database> }) {
  return async (sessionId: string): Promise<TrailEntry[]> => {
    const rows = await store
      .selectFrom('ledger_entries')
      .select(['seq', 'at', 'who', 'actor_id', 'body'])
      .where('session_id', '=', sessionId)
      .where('action', 'not in', toldElsewhere)
      .orderBy('seq', 'desc')
      .limit(MAX_ENTRIES)
      .execute()
    return rows.toReversed().map((row): TrailEntry => {
      const facts = Body.parse(JSON.parse(row.body))
      return {
        id: `verdict-${row.seq}`,
        source: 'verdict',
        at: iso(row.at),
        ...sayLedger(facts),
        who: row.who,
        person: row.actor_id !== null,
        comment: commentOf(facts.data),
        outcome: facts.outcome ?? (typeof facts.data['outcome'] === 'string' ? facts.data['outcome'] : null),
        ledgerSeq: row.seq,
      }
    })
  }
}
export type LedgerTrail = ReturnType<typeof makeLedgerTrail>
