import type { Kysely } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Ledger } from '../ledger/ledger.ts'
import type { Person } from '../lib/person.ts'
import type { Database } from '../store/schema.ts'

const HOUR_MS = 3_600_000

/** A case on somebody's screen, or one that a list took ahead: it left the house all the same. */
export type View = 'session.viewed' | 'session.read-ahead'

/** Records that a case left the house for a person, once an hour and kind. Durable before it resolves, so await it first. */
export function makeRecordView(deps: { store: Kysely<Database>; ledger: Ledger; clock: () => number }) {
  const { store, ledger, clock } = deps
  const seen = new LRUCache<string, Promise<void>>({ max: 20_000, ttl: HOUR_MS, perf: { now: clock }, ttlResolution: 0 })

  const append = async (view: View, person: Person, sessionId: string, evidenceHash: string) => {
    await store.transaction().execute(async (trx) => {
      const earlier = await trx
        .selectFrom('ledger_entries')
        .select('seq')
        .where('session_id', '=', sessionId)
        .where('actor_id', '=', person.id)
        .where('action', '=', view)
        .where('at', '>', clock() - HOUR_MS)
        .limit(1)
        .executeTakeFirst()
      if (!earlier) await ledger.append(trx, { actor: person, action: view, sessionId, data: { evidenceHash } })
    })
  }

  return (view: View, person: Person, sessionId: string, evidenceHash: string): Promise<void> => {
    const key = `${view} ${person.id} ${sessionId}`
    const known = seen.get(key)
    if (known) return known
    const recorded = append(view, person, sessionId, evidenceHash).catch((error: unknown) => {
      seen.delete(key)
      throw error
    })
    seen.set(key, recorded)
    return recorded
  }
}
export type RecordView = ReturnType<typeof makeRecordView>
