import type { Approval, ApprovalList } from '@verdict/contract/approval'
import type { Kysely } from 'kysely'
import type { Ledger } from '../ledger/ledger.ts'
import type { Person } from '../lib/person.ts'
import { iso } from '../lib/time.ts'
import type { Database } from '../store/schema.ts'
import { isWithheld } from './approval-machine.ts'
import { adaptApproval } from './approval.adapt.ts'
import type { ApprovalRow } from './approval.rows.ts'
import type { ApprovalKindHands } from './answer-approval.ts'
import type { ApprovalsBook } from './approvals.book.ts'
import { approvalNotFound, approvalOver, notYoursToWithdraw } from './approvals.errors.ts'

const DAY_MS = 86_400_000

/** The sessions of bulk decisions, by approval; from the decisions room. */
export type SessionsUnder = (approvalIds: readonly string[]) => Promise<ReadonlyMap<string, Approval['sessions']>>

interface Deps {
  book: ApprovalsBook
  sessionsUnder: SessionsUnder
  clock: () => number
}

const makeShow =
  ({ sessionsUnder, clock }: Deps) =>
  async (rows: readonly ApprovalRow[], person: Person): Promise<Approval[]> => {
    const sessions = await sessionsUnder(rows.filter(({ kind }) => kind === 'bulk').map(({ id }) => id))
    return rows.map((row) => adaptApproval(row, person, { now: clock(), sessions: sessions.get(row.id) ?? [] }))
  }

/** What waits for a second person, longest first, and what ended within a day, as this person may see it. */
export const makeListApprovals = (deps: Deps) => {
  const show = makeShow(deps)
  return async (person: Person): Promise<ApprovalList> => {
    const now = deps.clock()
    const waiting = await show(await deps.book.waiting(), person)
    const forMe = waiting.filter(({ answer }) => answer.allowed)
    return {
      waiting,
      ended: await show(await deps.book.endedSince(now - DAY_MS), person),
      forMe: forMe.length,
      overdue: forMe.filter(({ overdue }) => overdue).length,
      asOf: iso(now),
    }
  }
}
export type ListApprovals = ReturnType<typeof makeListApprovals>

export const makeReadApproval = (deps: Deps) => {
  const show = makeShow(deps)
  return async (person: Person, id: string): Promise<Approval> => {
    const row = await deps.book.find(id)
    const [approval] = row ? await show([row], person) : []
    if (!approval) throw approvalNotFound()
    return approval
  }
}
export type ReadApproval = ReturnType<typeof makeReadApproval>

/** Who asked takes it back for good; nothing of it is ever done. */
export const makeWithdrawApproval =
  (deps: {
    store: Kysely<Database>
    ledger: Ledger
    book: ApprovalsBook
    hands: Readonly<Record<ApprovalRow['kind'], ApprovalKindHands>>
  }) =>
  async (by: Person, id: string): Promise<void> => {
    const { store, ledger, book, hands } = deps
    const before = await book.find(id)
    if (!before) throw approvalNotFound()
    if (before.made_by_id !== by.id) throw notYoursToWithdraw()
    if (before.stage !== 'second' && before.stage !== 'third') throw approvalOver(before.stage)
    await store.transaction().execute(async (trx) => {
      const row = await book.move(trx, before, { to: 'withdrawn' })
      if (!row) throw approvalOver((await book.find(id, trx))?.stage ?? 'withdrawn')
      await ledger.append(trx, {
        actor: by,
        action: 'approval.withdrawn',
        ...(row.session_id === null ? {} : { sessionId: row.session_id }),
        subject: id,
        ref: row.ledger_seq,
        outcome: 'withdrawn',
      })
      await hands[row.kind].withdrawn(trx, row, by)
    })
  }
export type WithdrawApproval = ReturnType<typeof makeWithdrawApproval>

/** What of the record this person must not know yet. */
export interface WithheldFor {
  ledgerSeqs: ReadonlySet<number>
  sessionIds: ReadonlySet<string>
}

/** First verdicts that are withheld from this person until the second is given. */
export const makeWithheldFor =
  ({ book }: { book: Pick<ApprovalsBook, 'sealed'> }) =>
  async (person: Person): Promise<WithheldFor> => {
    const sealed = (await book.sealed()).filter(({ makerId }) => isWithheld({ blind: true, stage: 'second', makerId }, person))
    return {
      ledgerSeqs: new Set(sealed.map(({ ledgerSeq }) => ledgerSeq)),
      sessionIds: new Set(sealed.map(({ sessionId }) => sessionId)),
    }
  }
export type FindWithheld = ReturnType<typeof makeWithheldFor>
