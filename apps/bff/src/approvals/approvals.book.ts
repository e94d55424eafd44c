import type { ApprovalKind, ApprovalStage } from '@verdict/contract/approval'
import type { FourEyesPolicy } from '@verdict/contract/policy/four-eyes'
import type { Kysely, Transaction } from 'kysely'
import type { Publish } from '../live/live-feed.ts'
import type { Person } from '../lib/person.ts'
import type { Presence } from '../processes/presence.ts'
import type { Database } from '../store/schema.ts'
import { lastApprovalStages } from './approval-machine.ts'
import type { ApprovalRow, Asked, Said } from './approval.rows.ts'
import type { Why } from './why-second.ts'

const HOUR_MS = 3_600_000

export interface NewApproval {
  id: string
  kind: ApprovalKind
  by: Person
  subject: string | null
  session: { id: string; name: string | null; number: number | null } | null
  ask: Asked
  why: readonly Why[]
  evidenceHash: string | null
  policy: { version: number; fourEyes: FourEyesPolicy }
  ledgerSeq: number
}

export interface ApprovalMove {
  to: ApprovalStage
  /** Forgets the second answer: it could not be carried out, and may be given again. The record keeps it. */
  unsaid?: true
  said?: { seat: 'second' | 'third'; by: Person; said: Said }
  problem?: string | null
  changes?: readonly string[]
}

const isLast = (stage: ApprovalStage): boolean => lastApprovalStages.some((last) => last === stage)

/** A withheld verdict: who made it, and the ledger entry that tells it. */
export interface Sealed {
  makerId: string
  ledgerSeq: number
  sessionId: string
}

/** Everything that waits for a second person, and the only place that moves it on. */
export const makeApprovalsBook = (deps: {
  store: Kysely<Database>
  clock: () => number
  publish: Publish
  presence: Pick<Presence, 'id'>
}) => {
  const { store, clock, publish, presence } = deps
  const blindOnes = (db: Kysely<Database> | Transaction<Database>) =>
    db.selectFrom('approvals').selectAll().where('ended_at', 'is', null).where('stage', '=', 'second').where('blind', '=', 1)

  return {
    /** In the transaction that records what is asked for. Only a decision can be judged blind. */
    add: async (trx: Transaction<Database>, entry: NewApproval): Promise<void> => {
      const now = clock()
      const { by, session, policy } = entry
      await publish({ kind: 'approvals' }, trx)
      await trx
        .insertInto('approvals')
        .values({
          id: entry.id,
          kind: entry.kind,
          stage: 'second',
          version: 0,
          subject: entry.subject,
          session_id: session?.id ?? null,
          session_name: session?.name ?? null,
          session_number: session?.number ?? null,
          ask: JSON.stringify(entry.ask),
          why: JSON.stringify(entry.why),
          blind: entry.kind === 'decision' && policy.fourEyes.blind ? 1 : 0,
          evidence_hash: entry.evidenceHash,
          policy_version: policy.version,
          made_by_id: by.id,
          made_by_name: by.name,
          made_at: now,
          due_at: now + policy.fourEyes.overdueHours * HOUR_MS,
          second_by_id: null,
          second_by_name: null,
          second_at: null,
          second_said: null,
          third_by_id: null,
          third_by_name: null,
          third_at: null,
          third_said: null,
          ended_at: null,
          problem: null,
          changes: '[]',
          ledger_seq: entry.ledgerSeq,
          worker_id: null,
        })
        .execute()
    },

    find: async (id: string, db: Kysely<Database> | Transaction<Database> = store): Promise<ApprovalRow | undefined> =>
      db.selectFrom('approvals').selectAll().where('id', '=', id).executeTakeFirst(),

    /** Moves `row` on if it still is as it was read; otherwise undefined and nothing changes. */
    move: async (trx: Transaction<Database>, row: ApprovalRow, move: ApprovalMove): Promise<ApprovalRow | undefined> => {
      const { to, said, unsaid, problem, changes } = move
      const now = clock()
      await publish({ kind: 'approvals' }, trx)
      const answer = said && {
        [`${said.seat}_by_id`]: said.by.id,
        [`${said.seat}_by_name`]: said.by.name,
        [`${said.seat}_at`]: now,
        [`${said.seat}_said`]: JSON.stringify(said.said),
      }
      return trx
        .updateTable('approvals')
        .set({
          ...answer,
          ...(unsaid ? { second_by_id: null, second_by_name: null, second_at: null, second_said: null } : {}),
          ...(problem === undefined ? {} : { problem }),
          ...(changes === undefined ? {} : { changes: JSON.stringify(changes) }),
          ...(isLast(to) ? { ended_at: now } : {}),
          worker_id: to === 'doing' ? presence.id : null,
          stage: to,
          version: row.version + 1,
        })
        .where('id', '=', row.id)
        .where('version', '=', row.version)
        .where('stage', '=', row.stage)
        .returningAll()
        .executeTakeFirst()
    },

    /** Ends what waits, whatever version it has: what it was asked for is over. */
    end: async (trx: Transaction<Database>, id: string, to: ApprovalStage, problem: string | null): Promise<void> => {
      await publish({ kind: 'approvals' }, trx)
      await trx
        .updateTable('approvals')
        .set((eb) => ({ stage: to, problem, ended_at: clock(), version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute()
    },

    waiting: async (): Promise<ApprovalRow[]> =>
      store.selectFrom('approvals').selectAll().where('ended_at', 'is', null).orderBy('made_at').orderBy('ledger_seq').limit(500).execute(),

    endedSince: async (since: number): Promise<ApprovalRow[]> =>
      store.selectFrom('approvals').selectAll().where('ended_at', '>=', since).orderBy('ended_at', 'desc').limit(200).execute(),

    /** Those that some process carries out, or did when it went down. */
    underWay: async (): Promise<ApprovalRow[]> => store.selectFrom('approvals').selectAll().where('stage', '=', 'doing').execute(),

    /** First verdicts that nobody may know yet but who gave them. */
    sealed: async (): Promise<Sealed[]> =>
      (await blindOnes(store).execute()).flatMap((row) =>
        row.session_id === null ? [] : [{ makerId: row.made_by_id, ledgerSeq: row.ledger_seq, sessionId: row.session_id }],
      ),
  }
}
export type ApprovalsBook = ReturnType<typeof makeApprovalsBook>
