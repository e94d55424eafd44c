import type { ApprovalAnswer } from '@verdict/contract/approval'
import type { Outcome } from '@verdict/contract/decision'
import type { Kysely, Transaction } from 'kysely'
import type { Ledger } from '../ledger/ledger.ts'
import type { Person } from '../lib/person.ts'
import type { Policies } from '../policy/policies.ts'
import { reasonFor } from '../reasons/check-reason.ts'
import type { Database } from '../store/schema.ts'
import { judge, refusalToAnswer, type Judgement } from './approval-machine.ts'
import { standingOf, type ApprovalRow, type Said } from './approval.rows.ts'
import type { ApprovalsBook } from './approvals.book.ts'
import { answerRefused, approvalNotFound, approvalOver, evidenceGone, notForYou, otherEvidence } from './approvals.errors.ts'
import { askAnew } from './approval.words.ts'
import { isOneOf } from './same-person.ts'

export type Next = Extract<Judgement, { next: unknown }>['next']

/** What a kind of approval does with an answer. */
export interface ApprovalKindHands {
  /** What changed since the first person read it, or null; asks Didit afresh. */
  changes: (row: ApprovalRow) => Promise<string[] | null>
  /** Throws when an outcome of one's own cannot be given for this reason on this evidence. */
  refuse?: (row: ApprovalRow, own: { outcome: Outcome; reasonCode: string; comment: string }) => Promise<void>
  /** In the transaction of the answer: carries it into the house. */
  within: (trx: Transaction<Database>, row: ApprovalRow, next: Next, by: Person, said: Said) => Promise<void>
  /** In the transaction in which who asked takes it back. */
  withdrawn: (trx: Transaction<Database>, row: ApprovalRow, by: Person) => Promise<void>
  /** In the transaction that voids it. */
  voided: (trx: Transaction<Database>, row: ApprovalRow, changes: readonly string[]) => Promise<void>
  /** After the answer is on disk: its effect outside the house, by the person who agreed. */
  after: (row: ApprovalRow, next: Next, by: Person) => Promise<void>
  /** True: agreeing begins an effect outside, which ends the approval itself. */
  outside: boolean
}

const stageAfter = { do: 'approved', 'do-other': 'approved', drop: 'rejected', 'ask-third': 'third' } as const

const endWords = (row: ApprovalRow, next: Next, by: Person, said: Said): string | null => {
  if (next === 'do-other') return 'The third person took the second verdict.'
  return next === 'drop' && said.outcome === 'Resubmitted' ? askAnew(row, by) : null
}

/**
 * Records the answer of a second or third person and what it leads to, in one transaction, on the evidence that the
 * first person read. Who asked can never answer, nor can who has answered.
 */
export const makeAnswerApproval = (deps: {
  store: Kysely<Database>
  ledger: Ledger
  book: ApprovalsBook
  policies: Pick<Policies, 'at' | 'current'>
  hands: Readonly<Record<ApprovalRow['kind'], ApprovalKindHands>>
}) => {
  const { store, ledger, book, policies, hands } = deps

  const judged = (row: ApprovalRow, by: Person, answer: ApprovalAnswer): Next => {
    const standing = standingOf(row)
    if (standing.stage !== 'second' && standing.stage !== 'third') throw approvalOver(standing.stage)
    const refusal = refusalToAnswer(standing, by)
    if (refusal !== null) throw notForYou(refusal)
    const judgement = judge(standing, by, answer)
    if ('refused' in judgement) throw answerRefused(judgement.refused)
    return judgement.next
  }

  const saying = async (row: ApprovalRow, answer: ApprovalAnswer, next: Next): Promise<Said> => {
    const { outcome, reasonCode, comment } = answer
    if (outcome === undefined || reasonCode === undefined) {
      return { outcome: null, reasonCode: null, reasonLabel: null, comment, agrees: next === 'do' }
    }
    const { policy } = await policies.current()
    const entry = reasonFor(policy.reasons, outcome, reasonCode)
    if (!entry) throw answerRefused('Choose a reason of the catalogue.')
    await hands[row.kind].refuse?.(row, { outcome, reasonCode, comment })
    return { outcome, reasonCode, reasonLabel: entry.label, comment, agrees: next === 'do' }
  }

  const voidIt = async (row: ApprovalRow, changes: string[]) => {
    await store.transaction().execute(async (trx) => {
      const moved = await book.move(trx, row, {
        to: 'void',
        problem: 'The evidence changed before a second person answered. Nothing was sent.',
        changes,
      })
      if (!moved) return
      await ledger.append(trx, {
        actor: 'verdict',
        action: 'approval.void',
        ...(row.session_id === null ? {} : { sessionId: row.session_id }),
        subject: row.id,
        outcome: 'void',
        ref: row.ledger_seq,
      })
      await hands[row.kind].voided(trx, row, changes)
    })
    throw evidenceGone(changes)
  }

  return async (by: Person, id: string, answer: ApprovalAnswer): Promise<ApprovalRow> => {
    const before = await book.find(id)
    if (!before) throw approvalNotFound()
    const next = judged(before, by, answer)
    if (before.evidence_hash !== null && answer.evidenceHash !== before.evidence_hash) throw otherEvidence()
    const acting = hands[before.kind]
    const changes = await acting.changes(before)
    if (changes !== null) return voidIt(before, changes)
    const said = await saying(before, answer, next)
    const to = next === 'do' && acting.outside ? 'doing' : stageAfter[next]
    const moved = await store.transaction().execute(async (trx) => {
      const others = [before.made_by_id, before.second_by_id].filter((other) => other !== null)
      if (await isOneOf(trx, by, others)) throw notForYou('Two accounts of one person are one person. Somebody else answers.')
      const seat = before.stage === 'third' ? 'third' : 'second'
      const row = await book.move(trx, before, { to, said: { seat, by, said }, problem: endWords(before, next, by, said) })
      if (!row) throw approvalOver((await book.find(id, trx))?.stage ?? 'withdrawn')
      await ledger.append(trx, {
        actor: by,
        action: 'approval.answered',
        ...(row.session_id === null ? {} : { sessionId: row.session_id }),
        subject: id,
        ref: row.ledger_seq,
        outcome: next === 'do' ? 'agreed' : next === 'drop' ? 'rejected' : next === 'do-other' ? 'decided' : 'differs',
        data: {
          evidenceHash: row.evidence_hash,
          seat,
          comment: said.comment,
          ...(said.outcome === null ? {} : { outcome: said.outcome, reasonCode: said.reasonCode }),
        },
      })
      await acting.within(trx, row, next, by, said)
      return row
    })
    await acting.after(moved, next, by)
    return (await book.find(id)) ?? moved
  }
}
export type AnswerApproval = ReturnType<typeof makeAnswerApproval>
