import type { Availability, DecisionInput, Outcome } from '@verdict/contract/decision'
import type { LeaseBook } from '../leases/lease-book.ts'
import type { Person } from '../lib/person.ts'
import { describeChanges, type EvidenceReader } from '../sessions/evidence.ts'
import { sessionActions, type SessionActions } from '../sessions/session-actions.ts'
import { adaptSession } from '../sessions/session.adapt.ts'
import type { DecisionBook } from './decision.book.ts'
import { alreadyDecided, evidenceChanged, outcomeUnavailable, overturnNeedsSenior, stepsUnavailable } from './decision.errors.ts'
import type { DecisionRow } from './decision.adapt.ts'
import { stateOf } from './decision-machine.ts'

/** Somebody, or a person before, already said yes or no. */
const decidedStatuses = new Set(['Approved', 'Declined', 'Kyc Expired'])

const actionFor = (actions: SessionActions, outcome: Outcome): Availability =>
  ({ Approved: actions.approve, Declined: actions.decline, Resubmitted: actions.resubmit })[outcome]

const wrongSteps = (actions: SessionActions, input: DecisionInput) =>
  (input.resubmit ?? []).flatMap((choice, index) => {
    const step = actions.resubmit.steps.find(({ nodeId, feature }) => nodeId === choice.nodeId && feature === choice.feature)
    if (step?.allowed === true) return []
    return [{ path: `resubmit.${index}`, message: step?.reason ?? 'This session has no such step.' }]
  })

/**
 * Records and holds a person's decision. Reads Didit afresh first: refused with the differences when the evidence is
 * not what the person read, when the state forbids the outcome, when another decision for the session is open, or when
 * somebody else works on it.
 */
export const makeDecideSession = (deps: {
  evidence: Pick<EvidenceReader, 'read' | 'seen'>
  book: Pick<DecisionBook, 'open' | 'openFor'>
  leases: Pick<LeaseBook, 'demandFree'>
  clock: () => number
  undoMs: number
  wake: () => void
}) => {
  const { evidence, book, leases, clock, undoMs, wake } = deps
  return async (by: Person, sessionId: string, input: DecisionInput): Promise<DecisionRow> => {
    const other = await book.openFor(sessionId)
    if (other) throw alreadyDecided({ by: other.made_by_name, outcome: other.outcome, state: stateOf(other.stage) })
    await leases.demandFree(by, sessionId)
    const { wire, hash } = await evidence.read(sessionId, 'fresh', 'person')
    if (hash !== input.evidenceHash) {
      throw evidenceChanged(describeChanges((await evidence.seen(sessionId, input.evidenceHash))?.wire, wire))
    }
    if (decidedStatuses.has(wire.status) && !by.permissions.includes('decisions.overturn')) {
      throw overturnNeedsSenior(wire.status)
    }
    const session = adaptSession(wire, () => null)
    const actions = sessionActions(session, by.permissions)
    const action = actionFor(actions, input.outcome)
    if (!action.allowed) throw outcomeUnavailable(action)
    const wrong = wrongSteps(actions, input)
    if (wrong.length > 0) throw stepsUnavailable(wrong)
    const row = await book.open({
      by,
      sessionId,
      session: { name: session.name, number: session.number },
      outcome: input.outcome,
      reasonCode: input.reasonCode,
      comment: input.comment,
      evidenceHash: hash,
      dispositions: input.dispositions,
      resubmit: input.resubmit ?? [],
      notify: input.notify,
      sendsAt: clock() + undoMs,
    })
    wake()
    return row
  }
}
export type DecideSession = ReturnType<typeof makeDecideSession>
