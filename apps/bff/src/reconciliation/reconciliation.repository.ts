import type { AlarmQuery } from '@verdict/contract/alarms'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Ledger } from '../ledger/ledger.ts'
import type { Person } from '../lib/person.ts'
import type { Database } from '../store/schema.ts'
import type { Finding, OwnDecision } from './judge-trail.ts'
import type { ReconciliationTables } from './reconciliation.tables.ts'

export type AlarmRow = Selectable<ReconciliationTables['alarms']>
export type MarkRow = Selectable<ReconciliationTables['trail_marks']>

/** Longer than a cycle takes; whoever died running one loses it. */
const RUN_MS = 300_000
const BATCH = 200
const MAX_ALARMS = 200
const MAX_BACKOFF_MS = 3_600_000
/** Entries that one of our own edits may have left in the short trail of a company. */
const edits = ['data.corrected', 'feature.overridden', 'aml.reviewed']

/** Marks, alarms and the one row about how far the comparison has come. */
export const makeReconciliationBook = (deps: { store: Kysely<Database>; ledger: Ledger; clock: () => number; newId: () => string }) => {
  const { store, ledger, clock, newId } = deps

  const state = async () => {
    const row = await store.selectFrom('reconciliation').selectAll().where('id', '=', 1).executeTakeFirst()
    if (row) return row
    const now = clock()
    const first = { id: 1, watching_since: now, running_until: 0, ended_at: null, decisions_seen_to: now, problem: null }
    await store
      .insertInto('reconciliation')
      .values(first)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    return first
  }

  const mark = async (db: Kysely<Database> | Transaction<Database>, sessionId: string, kind: string | null, before: string | null) => {
    const now = clock()
    await db
      .insertInto('trail_marks')
      .values({ session_id: sessionId, kind, marked_at: now, marks: 1, checked: 0, last_status: before, tries: 0, wake_at: now })
      .onConflict((conflict) =>
        conflict.column('session_id').doUpdateSet((is) => ({
          marked_at: now,
          marks: is('trail_marks.marks', '+', 1),
          wake_at: now,
          tries: 0,
          kind: kind ?? is.ref('trail_marks.kind'),
          ...(before === null ? {} : { last_status: is.fn.coalesce('trail_marks.last_status', is.val(before)) }),
        })),
      )
      .execute()
  }

  return {
    state,

    /** Something changed this session: it is compared in the next cycle. `before` is its status until then, when known. */
    mark: async (sessionId: string, { kind = null, before = null }: { kind?: string | null; before?: string | null } = {}) =>
      mark(store, sessionId.toLowerCase(), kind, before),

    /** The same of many in one go. */
    markAll: async (marks: readonly { sessionId: string; kind?: string | null; before?: string | null }[]): Promise<void> => {
      if (marks.length === 0) return
      await store.transaction().execute(async (trx) => {
        for (const { sessionId, kind = null, before = null } of marks) await mark(trx, sessionId.toLowerCase(), kind, before)
      })
    },

    /** Takes the cycle for this process; false while another has it. */
    begin: async (): Promise<boolean> => {
      await state()
      const now = clock()
      const { numUpdatedRows } = await store
        .updateTable('reconciliation')
        .set({ running_until: now + RUN_MS })
        .where('id', '=', 1)
        .where('running_until', '<=', now)
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },
    end: async (problem: string | null): Promise<void> => {
      const ended = problem === null ? { ended_at: clock() } : {}
      await store
        .updateTable('reconciliation')
        .set({ running_until: 0, problem, ...ended })
        .where('id', '=', 1)
        .execute()
    },

    /** Marks the sessions of our own decisions that were written or ended since the last time. */
    markOwn: async (): Promise<void> => {
      const { decisions_seen_to: from } = await state()
      const now = clock()
      await store.transaction().execute(async (trx) => {
        const rows = await trx
          .selectFrom('decisions')
          .select('session_id')
          .distinct()
          .where((is) => is.or([is('ended_at', '>=', from), is('wrote_at', '>=', from)]))
          .where('wrote_at', 'is not', null)
          .execute()
        for (const row of rows) await mark(trx, row.session_id, null, null)
        await trx.updateTable('reconciliation').set({ decisions_seen_to: now }).where('id', '=', 1).execute()
      })
    },

    due: async (): Promise<MarkRow[]> =>
      store
        .selectFrom('trail_marks')
        .selectAll()
        .whereRef('marks', '>', 'checked')
        .where('wake_at', '<=', clock())
        .orderBy('marked_at')
        .limit(BATCH)
        .execute(),
    dueCount: async (): Promise<number> => {
      const row = await store
        .selectFrom('trail_marks')
        .select((eb) => eb.fn.countAll().as('count'))
        .whereRef('marks', '>', 'checked')
        .executeTakeFirstOrThrow()
      return Number(row.count)
    },

    /** What of ours may stand in the trail of a session. Ask after the trail was read: what stands there was ours before. */
    own: async (sessionId: string): Promise<OwnDecision[]> => {
      const rows = await store.selectFrom('decisions').selectAll().where('session_id', '=', sessionId).execute()
      return rows.map((row) => ({
        id: row.id,
        ledgerSeq: row.ledger_seq,
        outcome: row.outcome,
        stage: row.stage,
        wroteAt: row.wrote_at,
        endedAt: row.ended_at,
        marksBefore: row.marks_before,
      }))
    },
    ownEdits: async (sessionId: string): Promise<number[]> => {
      const rows = await store
        .selectFrom('ledger_entries')
        .select('at')
        .where('session_id', '=', sessionId)
        .where('action', 'in', edits)
        .execute()
      return rows.map(({ at }) => at)
    },

    /** Keeps what was found, each once, on record, and closes the mark unless it was set again meanwhile. */
    settle: async (row: MarkRow, input: { findings: readonly Finding[]; again: boolean; status: string | null; kind: string | null }) =>
      store.transaction().execute(async (trx) => {
        const kept: AlarmRow[] = []
        for (const finding of input.findings) {
          const known = await trx
            .selectFrom('alarms')
            .select('id')
            .where('session_id', '=', row.session_id)
            .where('ref', '=', finding.ref)
            .executeTakeFirst()
          if (known) continue
          const id = newId()
          const { seq } = await ledger.append(trx, {
            actor: 'verdict',
            action: finding.kind === 'console' ? 'alarm.console-noted' : 'alarm.raised',
            sessionId: row.session_id,
            subject: id,
            reason: finding.said,
            data: { kind: finding.kind, ref: finding.ref, status: finding.status, before: finding.before },
          })
          const alarm: AlarmRow = {
            id,
            session_id: row.session_id,
            ref: finding.ref,
            kind: finding.kind,
            happened_at: finding.happenedAt,
            noticed_at: clock(),
            status: finding.status,
            status_before: finding.before,
            actor: finding.actor,
            comment: finding.comment,
            said: finding.said,
            state: finding.kind === 'console' ? 'noted' : 'open',
            ledger_seq: seq,
            by_id: null,
            by_name: null,
            ended_at: null,
            note: null,
            end_seq: null,
          }
          await trx.insertInto('alarms').values(alarm).execute()
          kept.push(alarm)
        }
        await trx
          .updateTable('trail_marks')
          .set({
            tries: input.again ? row.tries + 1 : 0,
            wake_at: input.again ? clock() + Math.min(5_000 * 2 ** row.tries, MAX_BACKOFF_MS) : clock(),
            ...(input.again ? {} : { checked: row.marks }),
            ...(input.status === null ? {} : { last_status: input.status }),
            ...(input.kind === null ? {} : { kind: input.kind }),
          })
          .where('session_id', '=', row.session_id)
          .execute()
        return kept
      }),

    putOff: async (row: MarkRow): Promise<void> => {
      await store
        .updateTable('trail_marks')
        .set({ tries: row.tries + 1, wake_at: clock() + Math.min(5_000 * 2 ** row.tries, MAX_BACKOFF_MS) })
        .where('session_id', '=', row.session_id)
        .execute()
    },

    /** The latest event of a session, if the index has the session in this very status; null otherwise. */
    lastEvent: async (sessionId: string, status: string): Promise<string | null> => {
      const row = await store
        .selectFrom('webhook_heads')
        .innerJoin('session_index', 'session_index.id', 'webhook_heads.session_id')
        .select('webhook_heads.event_id')
        .where('webhook_heads.session_id', '=', sessionId)
        .where('session_index.status', '=', status)
        .executeTakeFirst()
      return row?.event_id ?? null
    },

    /** Names and numbers for a list, as far as the index knows these sessions. */
    namesOf: async (sessionIds: readonly string[]) => {
      const known =
        sessionIds.length === 0
          ? []
          : await store.selectFrom('session_index').select(['id', 'name', 'number']).where('id', 'in', sessionIds).execute()
      return new Map(known.map(({ id, name, number }) => [id, { name, number }]))
    },

    alarms: async ({ view }: AlarmQuery): Promise<AlarmRow[]> =>
      store
        .selectFrom('alarms')
        .selectAll()
        .where('state', '=', view === 'console' ? 'noted' : view)
        .orderBy('noticed_at', 'desc')
        .orderBy('ledger_seq', 'desc')
        .limit(MAX_ALARMS)
        .execute(),
    alarmsOf: async (sessionId: string): Promise<AlarmRow[]> =>
      store.selectFrom('alarms').selectAll().where('session_id', '=', sessionId).orderBy('ledger_seq', 'desc').limit(50).execute(),
    alarm: async (id: string): Promise<AlarmRow | undefined> =>
      store.selectFrom('alarms').selectAll().where('id', '=', id).executeTakeFirst(),
    counts: async () => {
      const rows = await store
        .selectFrom('alarms')
        .select((eb) => ['state' as const, eb.fn.countAll().as('count')])
        .groupBy('state')
        .execute()
      const of = (state_: string) => Number(rows.find((row) => row.state === state_)?.count ?? 0)
      return { open: of('open'), acknowledged: of('acknowledged'), console: of('noted') }
    },

    /** On record with the note; undefined when somebody else was first. */
    acknowledge: async (row: AlarmRow, by: Person, note: string): Promise<AlarmRow | undefined> =>
      store.transaction().execute(async (trx) => {
        const ended = { state: 'acknowledged', by_id: by.id, by_name: by.name, ended_at: clock(), note } as const
        const taken = await trx
          .updateTable('alarms')
          .set(ended)
          .where('id', '=', row.id)
          .where('state', '=', 'open')
          .returning('id')
          .executeTakeFirst()
        if (!taken) return undefined
        const { seq } = await ledger.append(trx, {
          actor: by,
          action: 'alarm.acknowledged',
          sessionId: row.session_id,
          subject: row.id,
          reason: note,
          ref: row.ledger_seq,
        })
        await trx.updateTable('alarms').set({ end_seq: seq }).where('id', '=', row.id).execute()
        return { ...row, ...ended, end_seq: seq }
      }),
  }
}
export type ReconciliationBook = ReturnType<typeof makeReconciliationBook>
