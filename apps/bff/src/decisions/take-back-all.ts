import type { Transaction } from 'kysely'
import type { Ledger } from '../ledger/ledger.ts'
import type { Publish } from '../live/live-feed.ts'
import type { Person } from '../lib/person.ts'
import type { Database } from '../store/schema.ts'
import { isLast, nextStage, openStages } from './decision-machine.ts'

/**
 * Takes back, in the caller's transaction, every decision of one maker that can still be undone; what is being sent goes
 * on, and nobody is asked to agree any more. Answers how many. The record says who had it done and why.
 */
export const makeTakeBackAll =
  ({ ledger, clock, publish }: { ledger: Ledger; clock: () => number; publish: Publish }) =>
  async (trx: Transaction<Database>, { makerId, by, why }: { makerId: string; by: Person; why: string }): Promise<number> => {
    const rows = await trx.selectFrom('decisions').selectAll().where('made_by_id', '=', makerId).where('stage', 'in', openStages).execute()
    let taken = 0
    for (const row of rows) {
      const stage = nextStage(row.stage, 'undo')
      if (stage === undefined || !isLast(stage)) continue
      const moved = await trx
        .updateTable('decisions')
        .set({ stage, version: row.version + 1, ended_at: clock(), wake_at: null, notify_email: null, problem: why })
        .where('id', '=', row.id)
        .where('version', '=', row.version)
        .executeTakeFirst()
      if (moved.numUpdatedRows === 0n) continue
      taken += 1
      const record = { actor: by, action: 'decision.undone', sessionId: row.session_id, ref: row.ledger_seq, outcome: 'undone' }
      await ledger.append(trx, { ...record, reason: why })
      await publish([{ kind: 'decision', sessionId: row.session_id }, { kind: 'queue' }], trx)
    }
    await trx
      .updateTable('approvals')
      .set((eb) => ({ stage: 'withdrawn', problem: why, ended_at: clock(), version: eb('version', '+', 1) }))
      .where('made_by_id', '=', makerId)
      .where('stage', 'in', ['second', 'third'])
      .execute()
    return taken
  }
