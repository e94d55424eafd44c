import type { DecisionInput } from '@verdict/contract/decision'
import type { ApprovalsBook } from '../approvals/approvals.book.ts'
import type { LeaseBook } from '../leases/lease-book.ts'
import type { Person } from '../lib/person.ts'
import type { Policies } from '../policy/policies.ts'
import type { CheckDecision, CheckedDecision } from './check-decision.ts'
import type { DecisionBook } from './decision.book.ts'
import type { DecisionRow } from './decision.adapt.ts'
import { AppError } from '../lib/app-error.ts'
import { alreadyDecided } from './decision.errors.ts'
import { stateOf } from './decision-machine.ts'

/** What is asked of the second person, as the approvals room keeps it. */
export const askOf = ({ outcome, reasonLabel, comment, resubmit }: CheckedDecision['entry']) => ({
  outcome,
  reasonLabel,
  comment,
  resubmit: [...resubmit],
  blocklist: null,
  share: null,
})

/**
 * Records and holds a person's decision, or lets it wait for a second person where the policy says so. Reads Didit
 * afresh first: refused with the differences when the evidence is not what the person read, when the state forbids the
 * outcome, when the reason cannot be given, when another decision for the session is open, or when somebody else works on it.
 */
export const makeDecideSession = (deps: {
  book: Pick<DecisionBook, 'open' | 'openFor'>
  approvals: Pick<ApprovalsBook, 'add' | 'sealed'>
  policies: Pick<Policies, 'current'>
  check: CheckDecision['check']
  leases: Pick<LeaseBook, 'demandFree'>
  newId: () => string
  wake: () => void
}) => {
  const { book, approvals, policies, check, leases, newId, wake } = deps

  const demandUndecided = async (by: Person, sessionId: string): Promise<void> => {
    const other = await book.openFor(sessionId)
    if (!other) return
    const sealed = (await approvals.sealed()).some(({ ledgerSeq, makerId }) => ledgerSeq === other.ledger_seq && makerId !== by.id)
    throw alreadyDecided({ by: other.made_by_name, outcome: sealed ? null : other.outcome, state: stateOf(other.stage) })
  }

  /** Whoever is beaten between looking and writing is told as much as whoever came later. */
  const open: DecisionBook['open'] = async (entry, also) => {
    try {
      return await book.open(entry, also)
    } catch (error) {
      if (error instanceof AppError && error.code === 'already-decided') await demandUndecided(entry.by, entry.sessionId)
      throw error
    }
  }

  return async (by: Person, sessionId: string, input: DecisionInput): Promise<DecisionRow> => {
    await demandUndecided(by, sessionId)
    await leases.demandFree(by, sessionId)
    const applied = await policies.current()
    const { entry, why } = await check(by, sessionId, input, applied)
    if (why.length === 0) {
      const row = await open(entry)
      wake()
      return row
    }
    const id = newId()
    return open({ ...entry, second: { approvalId: id, why: why.map(({ text }) => text) } }, (trx, row) =>
      approvals.add(trx, {
        id,
        kind: 'decision',
        by,
        subject: row.id,
        session: { id: sessionId, ...entry.session },
        ask: askOf(entry),
        why,
        evidenceHash: entry.evidenceHash,
        policy: { version: applied.version, fourEyes: applied.policy.fourEyes },
        ledgerSeq: row.ledger_seq,
      }),
    )
  }
}
export type DecideSession = ReturnType<typeof makeDecideSession>
