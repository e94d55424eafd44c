import type { Kysely } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Ledger } from '../ledger/ledger.ts'
import type { BackgroundTasks } from '../lib/background-tasks.ts'
import type { Person } from '../lib/person.ts'
import type { Database } from '../store/schema.ts'

const HOUR_MS = 3_600_000

/** Records that a person looked at a case, once an hour each, without making them wait for it. */
export function makeRecordView(deps: { store: Kysely<Database>; ledger: Ledger; clock: () => number; tasks: BackgroundTasks }) {
  const { store, ledger, clock, tasks } = deps
  const seen = new LRUCache<string, number>({ max: 20_000 })
  return (person: Person, sessionId: string, evidenceHash: string): void => {
    const key = `${person.id} ${sessionId}`
    const now = clock()
    const last = seen.get(key)
    if (last !== undefined && now - last < HOUR_MS) return
    seen.set(key, now)
    tasks.run(async () => {
      try {
        await store.transaction().execute(async (trx) => {
          const earlier = await trx
            .selectFrom('ledger_entries')
            .select('seq')
            .where('session_id', '=', sessionId)
            .where('actor_id', '=', person.id)
            .where('action', '=', 'session.viewed')
            .where('at', '>', now - HOUR_MS)
            .limit(1)
            .executeTakeFirst()
          if (!earlier) await ledger.append(trx, { actor: person, action: 'session.viewed', sessionId, data: { evidenceHash } })
        })
      } catch (error) {
        seen.delete(key)
        throw error
      }
    })
  }
}
export type RecordView = ReturnType<typeof makeRecordView>
