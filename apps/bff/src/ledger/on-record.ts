import type { JsonObject } from '@verdict/contract/json'
import { isDiditError, type DiditError } from '@verdict/didit'
import type { Kysely, Transaction } from 'kysely'
import type { Person } from '../lib/person.ts'
import type { Database } from '../store/schema.ts'
import type { Ledger } from './ledger.ts'

export interface Intent {
  by: Person
  /** `room.verb`: the outcome is recorded as `room.ended`. */
  action: string
  sessionId?: string
  subject?: string
  reason?: string
  data?: JsonObject
}

/** What a person reads about who did it and where the record is, at the end of a text that Didit keeps. */
export const signed = (words: string, by: Person, seq: number): string =>
  [words, `[${by.name}, Verdict ledger ${seq}]`].filter((part) => part !== '').join(' ')

const outcomeOf = (error: DiditError): { outcome: string; data: JsonObject } => ({
  outcome: error.effect === 'unknown' ? 'unknown' : error.kind === 'refused' ? 'refused' : 'not-sent',
  data: { kind: error.kind, ...('reason' in error && typeof error.reason === 'string' ? { reason: error.reason } : {}) },
})

/**
 * Does something outside the house on the record: the intent is durable before `effect` begins, its outcome is
 * recorded after it, together with what `keep` writes. Rethrows what `effect` throws, recorded as refused, not sent
 * or unknown.
 */
export const makeOnRecord = ({ store, ledger }: { store: Kysely<Database>; ledger: Ledger }) => {
  const end = async (
    intent: Intent,
    ref: number,
    outcome: string,
    data: JsonObject,
    keep?: (trx: Transaction<Database>) => Promise<void>,
  ) =>
    store.transaction().execute(async (trx) => {
      const action = `${intent.action.split('.')[0] ?? intent.action}.ended`
      const { by: _by, action: _action, reason: _reason, data: _data, ...about } = intent
      await ledger.append(trx, { ...about, actor: 'verdict', action, outcome, data, ref })
      await keep?.(trx)
    })

  return async <T>(
    intent: Intent,
    effect: (seq: number) => Promise<T>,
    keep?: (trx: Transaction<Database>, value: T, seq: number) => Promise<void>,
  ): Promise<{ seq: number; value: T }> => {
    const { by, ...entry } = intent
    const { seq } = await store.transaction().execute((trx) => ledger.append(trx, { ...entry, actor: by }))
    let value: T
    try {
      value = await effect(seq)
    } catch (error) {
      const { outcome, data } = isDiditError(error) ? outcomeOf(error) : { outcome: 'unknown', data: {} }
      await end(intent, seq, outcome, data)
      throw error
    }
    await end(intent, seq, 'done', {}, keep && ((trx) => keep(trx, value, seq)))
    return { seq, value }
  }
}
export type OnRecord = ReturnType<typeof makeOnRecord>
