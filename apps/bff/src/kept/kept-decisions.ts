import { Decision } from '@verdict/didit/wire/decision'
import type { Kysely } from 'kysely'
import { evidenceHash } from '../sessions/evidence-hash.ts'
import type { Evidence } from '../sessions/evidence.ts'
import { isSecretKey } from '../sessions/secret-fields.ts'
import type { Database } from '../store/schema.ts'
import type { Seal } from './seal.ts'

/** What a session said last, and once before that. */
const READINGS_EACH = 2
const MOST = 20_000
/** What one statement can name. */
const MOST_HELD = 10_000
const DAY_MS = 86_400_000

export interface KeptDecisions {
  /** The newest reading of a session that is kept. */
  newest(sessionId: string): Promise<Evidence | undefined>
  /** The reading with this hash. */
  find(sessionId: string, hash: string): Promise<Evidence | undefined>
  keep(evidence: Evidence): Promise<void>
  /** The session is gone at Didit: nothing of it stays. */
  drop(sessionId: string): Promise<void>
  /** Deletes what is older than the policy allows, and the oldest of too many. Answers how many. */
  prune(): Promise<number>
}

const aboutOf = (sessionId: string, hash: string, at: number): string => `${sessionId} ${hash} ${at}`

/** Links that open a session are of no use to a reader, so they are not kept even sealed. */
const withoutSecrets = (wire: Evidence['wire']): string =>
  JSON.stringify(wire, (key, value: unknown) => (isSecretKey(key) ? undefined : value))

/** Decisions as they were read, sealed beside the database, so that reading goes on while Didit does not answer. */
export function makeKeptDecisions(deps: {
  store: Kysely<Database>
  seal: Seal
  clock: () => number
  /** How long a reading may be kept, and which sessions' are kept whatever their age. */
  policy: () => Promise<{ keptCaseDays: number; legalHold: readonly string[] }>
}): KeptDecisions {
  const { store, seal, clock, policy } = deps

  const oldest = async () => clock() - (await policy()).keptCaseDays * DAY_MS

  const open = async (row: Database['kept_decisions'] | undefined): Promise<Evidence | undefined> => {
    if (!row || row.key_id !== seal.keyId || row.fetched_at < (await oldest())) return undefined
    const text = await seal.open(row.body, aboutOf(row.session_id, row.evidence_hash, row.fetched_at))
    const wire = Decision.safeParse(text === undefined ? undefined : JSON.parse(text))
    // What is shown as evidence must be what the hash stands for, whatever became of the file.
    if (!wire.success || evidenceHash(wire.data) !== row.evidence_hash) return undefined
    return { sessionId: row.session_id, wire: wire.data, hash: row.evidence_hash, asOf: row.fetched_at, stale: true }
  }
  const of = (sessionId: string) => store.selectFrom('kept_decisions').selectAll().where('session_id', '=', sessionId)

  const pruneSession = async (sessionId: string) => {
    const rows = await of(sessionId).orderBy('fetched_at', 'desc').execute()
    const old = rows.slice(READINGS_EACH).map(({ evidence_hash }) => evidence_hash)
    if (old.length === 0) return
    await store.deleteFrom('kept_decisions').where('session_id', '=', sessionId).where('evidence_hash', 'in', old).execute()
  }

  return {
    newest: async (sessionId) => open(await of(sessionId).orderBy('fetched_at', 'desc').limit(1).executeTakeFirst()),
    find: async (sessionId, hash) => open(await of(sessionId).where('evidence_hash', '=', hash).executeTakeFirst()),
    keep: async ({ sessionId, wire, hash, asOf }) => {
      const body = await seal.close(withoutSecrets(wire), aboutOf(sessionId, hash, asOf))
      const values = { fetched_at: asOf, key_id: seal.keyId, body }
      await store
        .insertInto('kept_decisions')
        .values({ session_id: sessionId, evidence_hash: hash, ...values })
        .onConflict((conflict) =>
          conflict.columns(['session_id', 'evidence_hash']).doUpdateSet(values).where('kept_decisions.fetched_at', '<=', asOf),
        )
        .execute()
      await pruneSession(sessionId)
    },
    drop: async (sessionId) => {
      await store.deleteFrom('kept_decisions').where('session_id', '=', sessionId).execute()
    },
    prune: async () => {
      const over = await store
        .selectFrom('kept_decisions')
        .select('fetched_at')
        .orderBy('fetched_at', 'desc')
        .offset(MOST)
        .limit(1)
        .executeTakeFirst()
      const since = Math.max(await oldest(), (over?.fetched_at ?? -1) + 1)
      const { legalHold } = await policy()
      const old = store.deleteFrom('kept_decisions').where('fetched_at', '<', since)
      const free = legalHold.length > 0 ? old.where('session_id', 'not in', legalHold.slice(0, MOST_HELD)) : old
      const { numDeletedRows } = await free.executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
