import type { Transaction } from 'kysely'
import type { Person } from '../lib/person.ts'
import type { Policies } from '../policy/policies.ts'
import { holdMs } from '../decisions/check-decision.ts'
import type { DecisionBook } from '../decisions/decision.book.ts'
import type { DecisionRow } from '../decisions/decision.adapt.ts'
import { AppError } from '../lib/app-error.ts'
import { reasonRefused } from '../decisions/decision.errors.ts'
import { checkReason } from '../reasons/check-reason.ts'
import { sessionFacts } from '../reasons/session-facts.ts'
import { adaptSession } from '../sessions/session.adapt.ts'
import { describeChanges, type EvidenceReader } from '../sessions/evidence.ts'
import type { Database } from '../store/schema.ts'
import type { ApprovalKindHands } from './answer-approval.ts'
import { whyOf, type ApprovalRow, type Said } from './approval.rows.ts'
import { askAnew, saidNo } from './approval.words.ts'
import { approvalOver } from './approvals.errors.ts'

type Trx = Transaction<Database>

const isGone = (error: unknown) => error instanceof AppError && error.code === 'not-found'

interface Deps {
  decisions: Pick<DecisionBook, 'find' | 'moveIn' | 'openIn' | 'waitingIn'>
  evidence: Pick<EvidenceReader, 'read' | 'seen' | 'forget'>
  policies: Pick<Policies, 'current' | 'at'>
  clock: () => number
  undoMs: number
  wake: () => void
}

/** What changed for one session since somebody read it; null when nothing did. */
export const makeEvidenceCheck =
  ({ evidence }: Pick<Deps, 'evidence'>) =>
  async (sessionId: string, hash: string): Promise<string[] | null> => {
    evidence.forget(sessionId)
    try {
      const now = await evidence.read(sessionId, 'fresh', 'person')
      if (now.hash === hash) return null
      const seen = await evidence.seen(sessionId, hash)
      const lines = describeChanges(seen?.wire, now.wire)
      return seen ? lines : [`Status is now ${now.wire.status}`, ...lines]
    } catch (error) {
      if (isGone(error)) return ['The session no longer exists at Didit']
      throw error
    }
  }

/** What an answer does to a decision that waits: it is held under both names, or it is void. */
export function makeDecisionHands(deps: Deps): ApprovalKindHands & { hold: (trx: Trx, row: DecisionRow, by: Person) => Promise<void> } {
  const { decisions, policies, clock, undoMs, wake } = deps
  const check = makeEvidenceCheck(deps)

  const decisionOf = async (trx: Trx, row: ApprovalRow): Promise<DecisionRow> => {
    const [decision] = await decisions.waitingIn(trx, row.id)
    if (!decision) throw approvalOver('withdrawn')
    return decision
  }

  const hold = async (trx: Trx, row: DecisionRow, by: Person) => {
    const applied = await policies.at(row.policy_version)
    const held = await decisions.moveIn(trx, row, {
      event: 'second-approved',
      change: { wake_at: clock() + holdMs(applied, row.outcome, undoMs), second_by_id: by.id, second_by_name: by.name },
    })
    if (!held) throw approvalOver('withdrawn')
  }

  /** The third person takes the second verdict: theirs is the decision, the second person agrees with it. */
  const takeOther = async (trx: Trx, row: ApprovalRow, first: DecisionRow, by: Person, said: Said) => {
    const outcome = said.outcome
    if (outcome === null || said.reasonCode === null || row.second_by_id === null || row.second_by_name === null) throw approvalOver('void')
    const applied = await policies.at(first.policy_version)
    await decisions.openIn(trx, {
      by,
      sessionId: first.session_id,
      session: { name: first.session_name, number: first.session_number },
      outcome,
      reasonCode: said.reasonCode,
      reasonLabel: said.reasonLabel ?? said.reasonCode,
      toldLabel: null,
      comment: said.comment,
      evidenceHash: first.evidence_hash,
      dispositions: [],
      seen: [],
      resubmit: [],
      notify: undefined,
      policyVersion: first.policy_version,
      sendsAt: clock() + holdMs(applied, outcome, undoMs),
      agreed: { by: { id: row.second_by_id, name: row.second_by_name }, why: whyOf(row).map(({ text }) => text), approvalId: row.id },
    })
  }

  return {
    hold,
    outside: false,
    changes: async (row) => (row.session_id === null || row.evidence_hash === null ? null : check(row.session_id, row.evidence_hash)),
    refuse: async (row, own) => {
      if (row.session_id === null) return
      const { wire } = await deps.evidence.read(row.session_id, 'cached', 'person')
      const facts = sessionFacts(adaptSession(wire, () => null))
      const { policy } = await policies.current()
      const problems = checkReason({ ...own, notify: undefined }, policy.reasons, facts, new Date(clock()).toISOString().slice(0, 10))
      if (problems.length > 0) throw reasonRefused(problems)
    },
    withdrawn: async (trx, row, by) => {
      await decisions.moveIn(trx, await decisionOf(trx, row), {
        event: 'undo',
        record: { actor: by, action: 'decision.undone', outcome: 'undone' },
      })
    },
    within: async (trx, row, next, by, said) => {
      if (next === 'ask-third') return
      const decision = await decisionOf(trx, row)
      if (next === 'do') return hold(trx, decision, by)
      const otherwise = `${row.second_by_name ?? 'The second person'} and ${by.name} decided otherwise. Yours was not sent.`
      const dropped = said.outcome === 'Resubmitted' ? askAnew(row, by) : saidNo(by, said.comment)
      const problem = next === 'drop' ? dropped : otherwise
      const ended = await decisions.moveIn(trx, decision, {
        event: 'second-rejected',
        change: { problem },
        record: { actor: 'verdict', action: 'decision.rejected', outcome: 'void' },
      })
      if (!ended) throw approvalOver('withdrawn')
      if (next === 'do-other') await takeOther(trx, row, decision, by, said)
    },
    voided: async (trx, row, changes) => {
      const [decision] = await decisions.waitingIn(trx, row.id)
      if (!decision) return
      await decisions.moveIn(trx, decision, {
        event: 'evidence-changed',
        change: { problem: 'The evidence changed before a second person answered. Nothing was sent.', changes },
        record: { actor: 'verdict', action: 'decision.void', outcome: 'void' },
      })
    },
    after: async (_row, next) => {
      if (next === 'do' || next === 'do-other') wake()
    },
  }
}
