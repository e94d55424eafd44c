import type { JsonObject } from '@verdict/contract/json'
import type { Kysely, Transaction } from 'kysely'
import type { Person } from '../lib/person.ts'
import type { LeaseBook } from '../leases/lease-book.ts'
import type { Publish } from '../live/live-feed.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Database } from '../store/schema.ts'
import { isUniqueViolation } from '../store/unique-violation.ts'
import type { DecisionRow } from './decision.adapt.ts'
import { alreadyDecided, mayNoLonger } from './decision.errors.ts'
import { columnsOf, intentOf, type NewDecision } from './decision.entry.ts'
import { isLast, nextStage, openStages, stateOf, type DecisionEvent } from './decision-machine.ts'
import type { DecisionsTable } from './decisions.tables.ts'
import { makerStays } from './maker-stays.ts'

export interface Move {
  event: DecisionEvent
  change?: Partial<
    Pick<DecisionsTable, 'wake_at' | 'wrote_at' | 'marks_before' | 'tries' | 'problem' | 'worker_id' | 'second_by_id' | 'second_by_name'>
  > & { changes?: readonly string[] }
  /** Done in the same transaction, after the move. */
  also?: (trx: Transaction<Database>, moved: DecisionRow) => Promise<void>
  /** True: does not happen any more once its maker may no longer decide. */
  whileMakerStays?: boolean
  /** Written in the same transaction; `ref` and `sessionId` are filled in. */
  record?: { actor: Person | 'verdict'; action: string; outcome?: string; data?: JsonObject }
}

const holderOf = async (db: Kysely<Database> | Transaction<Database>, sessionId: string) =>
  db.selectFrom('decisions').selectAll().where('session_id', '=', sessionId).where('stage', 'in', openStages).executeTakeFirst()

/** What a second person may not know yet is not told here either. */
const taken = (row: DecisionRow) =>
  alreadyDecided({ by: row.made_by_name, outcome: row.stage === 'awaiting_second' ? null : row.outcome, state: stateOf(row.stage) })

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

  const openIn = async (trx: Transaction<Database>, entry: NewDecision): Promise<DecisionRow> => {
    const other = await holderOf(trx, entry.sessionId)
    if (other) throw taken(other)
    if (!(await makerStays(trx, entry.by.id))) throw mayNoLonger()
    // Who agreed already decides the case, whoever happens to read it now.
    if (!entry.agreed) await leases.demandFree(entry.by, entry.sessionId, trx)
    await tell(trx, entry.sessionId)
    const { seq } = await ledger.append(trx, {
      actor: entry.by,
      action: 'decision.made',
      sessionId: entry.sessionId,
      reason: entry.reasonLabel,
      data: intentOf(entry),
    })
    return trx
      .insertInto('decisions')
      .values({ ...columnsOf(entry), id: newId(), made_at: clock(), ledger_seq: seq })
      .returningAll()
      .executeTakeFirstOrThrow()
  }

  const moveIn = async (trx: Transaction<Database>, row: DecisionRow, move: Move): Promise<DecisionRow | undefined> => {
    const { event, change = {}, record, also, whileMakerStays = false } = move
    const stage = nextStage(row.stage, event)
    if (stage === undefined) return undefined
    const { changes, ...columns } = change
    const over = isLast(stage)
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
    if (moved && record) await ledger.append(trx, { ...record, sessionId: row.session_id, ref: row.ledger_seq })
    if (moved) await also?.(trx, moved)
    return moved
  }

  return {
    /**
     * Records the intent and holds the decision, or lets it wait for a second person, all or nothing. Refused with who
     * and what while another is open. `also` is done in the same transaction.
     */
    open: async (entry: NewDecision, also?: (trx: Transaction<Database>, row: DecisionRow) => Promise<void>): Promise<DecisionRow> => {
      try {
        return await store.transaction().execute(async (trx) => {
          const row = await openIn(trx, entry)
          await also?.(trx, row)
          return row
        })
      } catch (error) {
        // Another process can win between our look and our insert: the index says so.
        const other = await holderOf(store, entry.sessionId)
        if (other && isUniqueViolation(error)) throw taken(other)
        throw error
      }
    },

    openIn,

    /** Moves `row` on if it still is as it was read and the event can happen; otherwise undefined and nothing changes. */
    move: async (row: DecisionRow, move: Move): Promise<DecisionRow | undefined> =>
      store.transaction().execute((trx) => moveIn(trx, row, move)),

    moveIn,

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

    /** What waits for a second person under one approval. */
    waitingIn: async (trx: Transaction<Database>, approvalId: string): Promise<DecisionRow[]> =>
      trx
        .selectFrom('decisions')
        .selectAll()
        .where('approval_id', '=', approvalId)
        .where('stage', '=', 'awaiting_second')
        .orderBy('ledger_seq')
        .execute(),

    /** The sessions of bulk decisions, by approval. */
    sessionsUnder: async (approvalIds: readonly string[]) => {
      const found = new Map<string, { id: string; name: string | null; number: number | null }[]>()
      if (approvalIds.length === 0) return found
      const rows = await store
        .selectFrom('decisions')
        .select(['approval_id', 'session_id', 'session_name', 'session_number'])
        .where('approval_id', 'in', approvalIds)
        .orderBy('ledger_seq')
        .execute()
      for (const { approval_id, session_id: id, session_name: name, session_number: number } of rows) {
        if (approval_id !== null) found.set(approval_id, [...(found.get(approval_id) ?? []), { id, name, number }])
      }
      return found
    },

    /** Open decisions for many sessions, to mark them in lists. */
    openForAll: async (sessionIds: readonly string[]): Promise<DecisionRow[]> =>
      sessionIds.length === 0
        ? []
        : store.selectFrom('decisions').selectAll().where('session_id', 'in', sessionIds).where('stage', 'in', openStages).execute(),

    /** What was decided here last and Didit took. */
    settledFor: async (sessionId: string): Promise<DecisionRow | undefined> =>
      store
        .selectFrom('decisions')
        .selectAll()
        .where('session_id', '=', sessionId)
        .where('stage', '=', 'settled')
        .orderBy('ledger_seq', 'desc')
        .limit(1)
        .executeTakeFirst(),

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

    /** Those that some process is sending, or was when it went down. */
    underWay: async (): Promise<DecisionRow[]> =>
      store.selectFrom('decisions').selectAll().where('stage', 'in', ['checking', 'writing']).execute(),
  }
}
export type DecisionBook = ReturnType<typeof makeDecisionBook>
