import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import type { Presence } from '../processes/presence.ts'
import type { Database } from '../store/schema.ts'
import { endOf, intents } from './intents.ts'
import type { Ledger } from './ledger.ts'

const Body = z.object({ subject: z.string().nullable() })

const append = async (
  trx: Transaction<Database>,
  ledger: Ledger,
  intent: { seq: number; action: string; session_id: string | null; body: string },
) => {
  const { subject } = Body.parse(JSON.parse(intent.body))
  await ledger.append(trx, {
    actor: 'verdict',
    action: endOf(intent.action),
    ...(intent.session_id === null ? {} : { sessionId: intent.session_id }),
    ...(subject === null ? {} : { subject }),
    outcome: 'unknown',
    ref: intent.seq,
    data: { kind: 'interrupted' },
  })
}

/** Intents without an end, among these or among all. */
const unended = (trx: Transaction<Database>) =>
  trx
    .selectFrom('ledger_entries as intent')
    .select(['seq', 'action', 'session_id', 'body'])
    .where('action', 'in', intents)
    .where((is) => is.not(is.exists(is.selectFrom('ledger_entries as end').select('end.seq').whereRef('end.ref', '=', 'intent.seq'))))
    .orderBy('seq')

/**
 * What a dead process began and did not see end is recorded as `unknown`, since nobody knows whether it reached Didit.
 * Nothing is sent again. Decisions are not among it; they have a book of their own.
 */
export const makeEndInterrupted = (deps: { store: Kysely<Database>; ledger: Ledger; presence: Pick<Presence, 'lastBreath'> }) => {
  const { store, ledger, presence } = deps

  const ofDead = async (): Promise<number[]> => {
    const rows = await store.selectFrom('intents_under_way').selectAll().execute()
    const dead: number[] = []
    for (const { seq, process_id: processId } of rows) if ((await presence.lastBreath(processId)) !== null) dead.push(seq)
    return dead
  }

  return {
    /** What processes left that have died. */
    ofOthers: async (): Promise<number> => {
      const dead = await ofDead()
      if (dead.length === 0) return 0
      return store.transaction().execute(async (trx) => {
        // Whoever takes the row away sees to the end: it may have ended, or another may have been faster.
        const mine = await trx.deleteFrom('intents_under_way').where('seq', 'in', dead).returning('seq').execute()
        const seqs = mine.map(({ seq }) => seq)
        const left = seqs.length === 0 ? [] : await unended(trx).where('seq', 'in', seqs).execute()
        for (const intent of left) await append(trx, ledger, intent)
        return left.length
      })
    },
    /** At start, by a process that is alone: all there is, also from before it was kept who sees to an end. */
    ofAll: async (): Promise<number> =>
      store.transaction().execute(async (trx) => {
        await trx.deleteFrom('intents_under_way').execute()
        const left = await unended(trx).execute()
        for (const intent of left) await append(trx, ledger, intent)
        return left.length
      }),
  }
}
