import type { DecisionInput } from '@verdict/contract/decision'
import type { ApprovalsBook } from '../approvals/approvals.book.ts'
import type { LeaseBook } from '../leases/lease-book.ts'
import type { Person } from '../lib/person.ts'
import type { Policies } from '../policy/policies.ts'
import type { CheckDecision, CheckedDecision } from './check-decision.ts'
import type { DecisionBook } from './decision.book.ts'
import type { DecisionRow } from './decision.adapt.ts'
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
  return async (by: Person, sessionId: string, input: DecisionInput): Promise<DecisionRow> => {
    const other = await book.openFor(sessionId)
    if (other) {
      const sealed = (await approvals.sealed()).some(({ ledgerSeq, makerId }) => ledgerSeq === other.ledger_seq && makerId !== by.id)
      throw alreadyDecided({ by: other.made_by_name, outcome: sealed ? null : other.outcome, state: stateOf(other.stage) })
    }
    await leases.demandFree(by, sessionId)
    const applied = await policies.current()
    const { entry, why } = await check(by, sessionId, input, applied)
    if (why.length === 0) {
      const row = await book.open(entry)
      wake()
      return row
    }
    const id = newId()
    return book.open({ ...entry, second: { approvalId: id, why: why.map(({ text }) => text) } }, (trx, row) =>
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
