import type { Outcome, ResubmitChoice, WarningDisposition } from '@verdict/contract/decision'
import type { JsonObject } from '@verdict/contract/json'
import type { Kysely, Transaction } from 'kysely'
import type { Person } from '../lib/person.ts'
import type { LeaseBook } from '../leases/lease-book.ts'
import type { Publish } from '../live/live-feed.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Database } from '../store/schema.ts'
import { isUniqueViolation } from '../store/unique-violation.ts'
import { reasonLabel, type DecisionRow } from './decision.adapt.ts'
import { alreadyDecided, mayNoLonger } from './decision.errors.ts'
import { isLast, nextStage, openStages, stateOf, type DecisionEvent } from './decision-machine.ts'
import type { DecisionsTable } from './decisions.tables.ts'
import { makerStays } from './maker-stays.ts'

export interface NewDecision {
  by: Person
  sessionId: string
  session: { name: string | null; number: number | null }
  outcome: Outcome
  reasonCode: string
  comment: string
  evidenceHash: string
  dispositions: readonly WarningDisposition[]
  resubmit: readonly ResubmitChoice[]
  notify: { email: string; language: string } | undefined
  sendsAt: number
}

export interface Move {
  event: DecisionEvent
  change?: Partial<Pick<DecisionsTable, 'wake_at' | 'wrote_at' | 'marks_before' | 'tries' | 'problem'>> & { changes?: readonly string[] }
  /** True: does not happen any more once its maker may no longer decide. */
  whileMakerStays?: boolean
  /** Written in the same transaction; `ref` and `sessionId` are filled in. */
  record?: { actor: Person | 'verdict'; action: string; outcome?: string; data?: JsonObject }
}

const holderOf = async (db: Kysely<Database> | Transaction<Database>, sessionId: string) =>
  db.selectFrom('decisions').selectAll().where('session_id', '=', sessionId).where('stage', 'in', openStages).executeTakeFirst()

const taken = (row: DecisionRow) => alreadyDecided({ by: row.made_by_name, outcome: row.outcome, state: stateOf(row.stage) })

/** The address of the applicant stays out of the record, which nobody can delete from. */
const intentOf = (entry: NewDecision): JsonObject => ({
  outcome: entry.outcome,
  reasonCode: entry.reasonCode,
  comment: entry.comment,
  evidenceHash: entry.evidenceHash,
  dispositions: entry.dispositions.map(({ warningId, answer, note }) => ({ warningId, answer, ...(note ? { note } : {}) })),
  resubmit: entry.resubmit.map(({ nodeId, feature }) => ({ nodeId, feature })),
  notify: entry.notify ? { language: entry.notify.language } : null,
})

/** Every decision of the house, and the only place that moves one from stage to stage. */
export const makeDecisionBook = (deps: {
  store: Kysely<Database>
  ledger: Ledger
  clock: () => number
  newId: () => string
  leases: Pick<LeaseBook, 'demandFree'>
  publish: Publish
}) => {
  const { store, ledger, clock, newId, leases } = deps
  const tell = async (trx: Transaction<Database>, sessionId: string) =>
    deps.publish([{ kind: 'decision', sessionId }, { kind: 'queue' }], trx)

  return {
    /** Records the intent and holds the decision, both or neither. Refused with who and what while another is open. */
    open: async (entry: NewDecision): Promise<DecisionRow> => {
      try {
        return await store.transaction().execute(async (trx) => {
          const other = await holderOf(trx, entry.sessionId)
          if (other) throw taken(other)
          if (!(await makerStays(trx, entry.by.id))) throw mayNoLonger()
          await leases.demandFree(entry.by, entry.sessionId, trx)
          await tell(trx, entry.sessionId)
          const row = { outcome: entry.outcome, reason_code: entry.reasonCode }
          const { seq } = await ledger.append(trx, {
            actor: entry.by,
            action: 'decision.made',
            sessionId: entry.sessionId,
            reason: reasonLabel(row),
            data: intentOf(entry),
          })
          return trx
            .insertInto('decisions')
            .values({
              ...row,
              id: newId(),
              session_id: entry.sessionId,
              session_name: entry.session.name,
              session_number: entry.session.number,
              comment: entry.comment,
              evidence_hash: entry.evidenceHash,
              dispositions: JSON.stringify(entry.dispositions),
              resubmit: entry.resubmit.length > 0 ? JSON.stringify(entry.resubmit) : null,
              notify_email: entry.notify?.email ?? null,
              notify_language: entry.notify?.language ?? null,
              stage: 'held',
              version: 0,
              made_by_id: entry.by.id,
              made_by_name: entry.by.name,
              made_at: clock(),
              wake_at: entry.sendsAt,
              wrote_at: null,
              marks_before: 0,
              tries: 0,
              ended_at: null,
              ledger_seq: seq,
              problem: null,
              changes: '[]',
            })
            .returningAll()
            .executeTakeFirstOrThrow()
        })
      } catch (error) {
        // Another process can win between our look and our insert: the index says so.
        const other = await holderOf(store, entry.sessionId)
        if (other && isUniqueViolation(error)) throw taken(other)
        throw error
      }
    },

    /** Moves `row` on if it still is as it was read and the event can happen; otherwise undefined and nothing changes. */
    move: async (row: DecisionRow, { event, change = {}, record, whileMakerStays = false }: Move): Promise<DecisionRow | undefined> => {
      const stage = nextStage(row.stage, event)
      if (stage === undefined) return undefined
      const { changes, ...columns } = change
      const over = isLast(stage)
      return store.transaction().execute(async (trx) => {
        if (whileMakerStays && !(await makerStays(trx, row.made_by_id))) return undefined
        const moved = await trx
          .updateTable('decisions')
          .set({
            ...columns,
            ...(changes ? { changes: JSON.stringify(changes) } : {}),
            ...(over ? { ended_at: clock(), wake_at: null, notify_email: null } : {}),
            stage,
            version: row.version + 1,
          })
          .where('id', '=', row.id)
          .where('version', '=', row.version)
          .where('stage', '=', row.stage)
          .returningAll()
          .executeTakeFirst()
        if (moved && stateOf(moved.stage) !== stateOf(row.stage)) await tell(trx, row.session_id)
        if (moved && record) {
          await ledger.append(trx, { ...record, sessionId: row.session_id, ref: row.ledger_seq })
        }
        return moved
      })
    },

    /** Lets a held decision leave now. False when it is no longer held. */
    hurry: async (row: DecisionRow, by: Person): Promise<boolean> =>
      store.transaction().execute(async (trx) => {
        const hurried = await trx
          .updateTable('decisions')
          .set({ wake_at: clock(), version: row.version + 1 })
          .where('id', '=', row.id)
          .where('version', '=', row.version)
          .where('stage', '=', 'held')
          .returning('id')
          .executeTakeFirst()
        if (!hurried) return false
        await ledger.append(trx, { actor: by, action: 'decision.hurried', sessionId: row.session_id, ref: row.ledger_seq })
        return true
      }),

    /** False for one whose maker has left or lost the roles for it. */
    makerStays: async (row: DecisionRow): Promise<boolean> => makerStays(store, row.made_by_id),

    find: async (id: string): Promise<DecisionRow | undefined> =>
      store.selectFrom('decisions').selectAll().where('id', '=', id).executeTakeFirst(),

    /** The open decision for a session, if there is one. */
    openFor: async (sessionId: string): Promise<DecisionRow | undefined> => holderOf(store, sessionId),

    /** Open decisions for many sessions, to mark them in lists. */
    openForAll: async (sessionIds: readonly string[]): Promise<DecisionRow[]> =>
      sessionIds.length === 0
        ? []
        : store.selectFrom('decisions').selectAll().where('session_id', 'in', sessionIds).where('stage', 'in', openStages).execute(),

    lastFor: async (sessionId: string): Promise<DecisionRow | undefined> =>
      store
        .selectFrom('decisions')
        .selectAll()
        .where('session_id', '=', sessionId)
        .orderBy('ledger_seq', 'desc')
        .limit(1)
        .executeTakeFirst(),

    /** What the applicant was asked again and Didit took, oldest first. */
    asksFor: async (sessionId: string): Promise<DecisionRow[]> =>
      store
        .selectFrom('decisions')
        .selectAll()
        .where('session_id', '=', sessionId)
        .where('outcome', '=', 'Resubmitted')
        .where('stage', '=', 'settled')
        .orderBy('ledger_seq')
        .limit(200)
        .execute(),

    /** Those of one person that are open or ended after `since`, newest first. */
    recentOf: async (personId: string, since: number): Promise<DecisionRow[]> =>
      store
        .selectFrom('decisions')
        .selectAll()
        .where('made_by_id', '=', personId)
        .where((is) => is.or([is('stage', 'in', openStages), is('ended_at', '>=', since)]))
        .orderBy('ledger_seq', 'desc')
        .limit(200)
        .execute(),

    /** What the worker will take up, soonest first. */
    upcoming: async (): Promise<{ id: string; wakeAt: number }[]> => {
      const rows = await store
        .selectFrom('decisions')
        .select(['id', 'wake_at'])
        .where('stage', 'in', ['held', 'uncertain'])
        .where('wake_at', 'is not', null)
        .orderBy('wake_at')
        .limit(1000)
        .execute()
      return rows.flatMap(({ id, wake_at }) => (wake_at === null ? [] : [{ id, wakeAt: wake_at }]))
    },

    /** Those that were being sent when the house went down. */
    underWay: async (): Promise<DecisionRow[]> =>
      store.selectFrom('decisions').selectAll().where('stage', 'in', ['checking', 'writing']).execute(),
  }
}
export type DecisionBook = ReturnType<typeof makeDecisionBook>
