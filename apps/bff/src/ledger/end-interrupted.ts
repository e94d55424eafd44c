import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Database } from '../store/schema.ts'
import type { Ledger } from './ledger.ts'

/** What is recorded before its effect leaves the house and ends with `<room>.ended`. A new one needs a line here. */
const intents = [
  'feature.overridden',
  'aml.reviewed',
  'data.corrected',
  'blocklist.added',
  'blocklist.removed',
  'share.made',
  'import.made',
  'report.asked',
  'webhook.registered',
  'webhook.secret-taken',
  'webhook.test-asked',
  'webhook.resend-asked',
]

const Body = z.object({ subject: z.string().nullable() })

/**
 * Call before anything new is recorded: what an earlier run began and did not see end is recorded as `unknown`, since
 * nobody knows whether it reached Didit. Nothing is sent again. Decisions are not among it; they have a book of their own.
 */
export async function endInterrupted({ store, ledger }: { store: Kysely<Database>; ledger: Ledger }): Promise<number> {
  return store.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('ledger_entries as intent')
      .select(['seq', 'action', 'session_id', 'body'])
      .where('action', 'in', intents)
      .where((is) => is.not(is.exists(is.selectFrom('ledger_entries as end').select('end.seq').whereRef('end.ref', '=', 'intent.seq'))))
      .orderBy('seq')
      .execute()
    for (const { seq, action, session_id: sessionId, body } of rows) {
      const { subject } = Body.parse(JSON.parse(body))
      await ledger.append(trx, {
        actor: 'verdict',
        action: `${action.split('.')[0] ?? action}.ended`,
        ...(sessionId === null ? {} : { sessionId }),
        ...(subject === null ? {} : { subject }),
        outcome: 'unknown',
        ref: seq,
        data: { kind: 'interrupted' },
      })
    }
    return rows.length
  })
}
