import type { Kysely, Transaction } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Ledger } from '../ledger/ledger.ts'
import type { Person } from '../lib/person.ts'
import type { Database } from '../store/schema.ts'

const HOUR_MS = 3_600_000

/** A case on somebody's screen, or one that a list took ahead: it left the house all the same. */
export type View = 'session.viewed' | 'session.read-ahead'

const bodiesOf = async (
  db: Kysely<Database> | Transaction<Database>,
  { view, personId, sessionId, since }: { view: View; personId: string; sessionId: string; since: number },
): Promise<string[]> => {
  const rows = await db
    .selectFrom('ledger_entries')
    .select('body')
    .where('session_id', '=', sessionId)
    .where('actor_id', '=', personId)
    .where('action', '=', view)
    .where('at', '>', since)
    .execute()
  return rows.map(({ body }) => body)
}

/** True when this person was given the case with this very evidence on their screen. */
export const wasGiven = async (
  store: Kysely<Database>,
  asked: { personId: string; sessionId: string; evidenceHash: string },
): Promise<boolean> =>
  (await bodiesOf(store, { ...asked, view: 'session.viewed', since: 0 })).some((body) => body.includes(asked.evidenceHash))

/**
 * Records that a case left the house for a person, once an hour, kind and evidence. Durable before it resolves, so
 * await it first.
 */
export function makeRecordView(deps: { store: Kysely<Database>; ledger: Ledger; clock: () => number }) {
  const { store, ledger, clock } = deps
  const seen = new LRUCache<string, Promise<void>>({ max: 20_000, ttl: HOUR_MS, perf: { now: clock }, ttlResolution: 0 })

  const append = async (view: View, person: Person, sessionId: string, evidenceHash: string) => {
    await store.transaction().execute(async (trx) => {
      const earlier = await bodiesOf(trx, { view, personId: person.id, sessionId, since: clock() - HOUR_MS })
      if (!earlier.some((body) => body.includes(evidenceHash)))
        await ledger.append(trx, { actor: person, action: view, sessionId, data: { evidenceHash } })
    })
  }

  return (view: View, person: Person, sessionId: string, evidenceHash: string): Promise<void> => {
    const key = `${view} ${person.id} ${sessionId} ${evidenceHash}`
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
