import type { JsonObject } from '@verdict/contract/json'
import { isDiditError, type CallOptions, type DiditError } from '@verdict/didit'
import type { Kysely, Transaction } from 'kysely'
import type { Publish } from '../live/live-feed.ts'
import type { Person } from '../lib/person.ts'
import type { Presence } from '../processes/presence.ts'
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

/** What goes with the outcome: rows of ours in the same transaction, and what is only known afterwards. */
export interface Afterwards<T> {
  keep?: (trx: Transaction<Database>, value: T, seq: number) => Promise<void>
  tell?: (value: T) => { sessionId?: string; data?: JsonObject }
}

/** `words` with the name of who wrote them and the number of the entry, for texts that Didit keeps. */
export const signed = (words: string, by: Person, seq: number): string =>
  [words, `[${by.name}, Verdict ledger ${seq}]`].filter((part) => part !== '').join(' ')

const outcomeOf = (error: DiditError): { outcome: string; data: JsonObject } => ({
  outcome: error.effect === 'unknown' ? 'unknown' : error.kind === 'refused' ? 'refused' : 'not-sent',
  data: { kind: error.kind, ...('reason' in error && typeof error.reason === 'string' ? { reason: error.reason } : {}) },
})

/** A call to Didit gets these: nothing of it leaves once the intent may count as that of a dead process. */
export type OnlyWhileHere = Required<Pick<CallOptions, 'mayLeave'>>

/** From now on, for one act: false for good as soon as this process has lost its lease on the store. */
export const onlyWhileHere = async (presence: Pick<Presence, 'stint' | 'renew'>): Promise<OnlyWhileHere> => {
  if (!presence.stint().holds()) await presence.renew()
  const stint = presence.stint()
  return { mayLeave: () => stint.holds() }
}

/**
 * Does something outside the house on the record: the intent is durable before `effect` begins, its outcome is
 * recorded after it. Rethrows what `effect` throws, recorded as refused, not sent or unknown.
 */
export const makeOnRecord = (deps: {
  store: Kysely<Database>
  ledger: Ledger
  publish: Publish
  presence: Pick<Presence, 'stint' | 'renew'>
}) => {
  const { store, ledger, publish, presence } = deps
  const end = async (
    { action, sessionId, subject }: Intent,
    ref: number,
    told: { outcome: string; sessionId?: string; data?: JsonObject },
    keep?: (trx: Transaction<Database>) => Promise<void>,
  ) =>
    store.transaction().execute(async (trx) => {
      const about = { ...(sessionId === undefined ? {} : { sessionId }), ...(subject === undefined ? {} : { subject }) }
      await ledger.append(trx, { ...about, ...told, actor: 'verdict', action: `${action.split('.')[0] ?? action}.ended`, ref })
      await keep?.(trx)
      if (sessionId !== undefined) await publish({ kind: 'session', sessionId }, trx)
    })

  return async <T>(
    intent: Intent,
    effect: (seq: number, calls: OnlyWhileHere) => Promise<T>,
    { keep, tell }: Afterwards<T> = {},
  ): Promise<{ seq: number; value: T }> => {
    const { by, ...entry } = intent
    const calls = await onlyWhileHere(presence)
    const { seq } = await store.transaction().execute((trx) => ledger.append(trx, { ...entry, actor: by }))
    let value: T
    try {
      value = await effect(seq, calls)
    } catch (error) {
      await end(intent, seq, isDiditError(error) ? outcomeOf(error) : { outcome: 'unknown' })
      throw error
    }
    await end(intent, seq, { outcome: 'done', ...tell?.(value) }, keep && ((trx) => keep(trx, value, seq)))
    return { seq, value }
  }
}
export type OnRecord = ReturnType<typeof makeOnRecord>
