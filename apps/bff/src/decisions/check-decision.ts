import type { Availability, DecisionInput, Outcome } from '@verdict/contract/decision'
import type { PolicyVersion } from '@verdict/contract/policy'
import { whySecond, type Why } from '../approvals/why-second.ts'
import type { Person } from '../lib/person.ts'
import { checkReason, reasonFor, wordsForApplicant } from '../reasons/check-reason.ts'
import { sessionFacts, type SessionFacts } from '../reasons/session-facts.ts'
import { unseenWarnings } from '../reasons/unseen-warnings.ts'
import { describeChanges, type Evidence, type EvidenceReader } from '../sessions/evidence.ts'
import { sessionActions, type SessionActions } from '../sessions/session-actions.ts'
import { adaptSession } from '../sessions/session.adapt.ts'
import type { DecisionBook } from './decision.book.ts'
import type { NewDecision } from './decision.entry.ts'
import {
  evidenceChanged,
  outcomeUnavailable,
  overturnNeedsSenior,
  reasonRefused,
  stepsUnavailable,
  warningsUnseen,
} from './decision.errors.ts'

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

/** A decision that can be made: what to write down, and why one person may not be enough. */
export interface CheckedDecision {
  entry: Omit<NewDecision, 'second' | 'agreed' | 'bulkId'>
  why: Why[]
}

/** Whether this person may decide so now, by what they may and by what the session's state allows. */
export function refuseByState(by: Person, { wire }: Evidence, outcome: Outcome): SessionActions {
  if (decidedStatuses.has(wire.status) && !by.permissions.includes('decisions.overturn')) throw overturnNeedsSenior(wire.status)
  const actions = sessionActions(
    adaptSession(wire, () => null),
    by.permissions,
  )
  const action = actionFor(actions, outcome)
  if (!action.allowed) throw outcomeUnavailable(action)
  return actions
}

/** How long a decision waits before it is sent. */
export const holdMs = ({ policy }: PolicyVersion, outcome: Outcome, undoMs: number): number => {
  const seconds = policy.holds[outcome]
  return seconds === null ? undoMs : seconds * 1000
}

/** Compares, judges and words a decision, on a fresh reading of Didit. Throws what stands against it; records nothing. */
export const makeCheckDecision = (deps: {
  evidence: Pick<EvidenceReader, 'read' | 'seen'>
  book: Pick<DecisionBook, 'settledFor'>
  wasGiven: (asked: { personId: string; sessionId: string; evidenceHash: string }) => Promise<boolean>
  clock: () => number
  undoMs: number
}) => {
  const { evidence, book, wasGiven, clock, undoMs } = deps

  const why = async (applied: PolicyVersion, sessionId: string, facts: SessionFacts, outcome: Outcome): Promise<Why[]> => {
    const settled = await book.settledFor(sessionId)
    const asked = { ...facts, confirmedHits: facts.hits.confirmed, settled: settled?.outcome ?? null }
    return whySecond(applied.policy.fourEyes, asked, { kind: 'decision', outcome })
  }

  const check = async (by: Person, sessionId: string, input: DecisionInput, applied: PolicyVersion): Promise<CheckedDecision> => {
    const read = await evidence.read(sessionId, 'fresh', 'person')
    const { wire, hash } = read
    if (hash !== input.evidenceHash) {
      throw evidenceChanged(describeChanges((await evidence.seen(sessionId, input.evidenceHash))?.wire, wire))
    }
    const wrong = wrongSteps(refuseByState(by, read, input.outcome), input)
    if (wrong.length > 0) throw stepsUnavailable(wrong)
    const session = adaptSession(wire, () => null)
    const facts = sessionFacts(session)
    const catalogue = applied.policy.reasons
    const problems = checkReason(input, catalogue, facts, new Date(clock()).toISOString().slice(0, 10))
    if (problems.length > 0) throw reasonRefused(problems)
    const unseen = unseenWarnings(input, facts)
    const given = input.seen === undefined && unseen.length > 0 && (await wasGiven({ personId: by.id, sessionId, evidenceHash: hash }))
    if (unseen.length > 0 && !given) throw warningsUnseen(unseen)
    const reason = reasonFor(catalogue, input.outcome, input.reasonCode)
    return {
      why: await why(applied, sessionId, facts, input.outcome),
      entry: {
        by,
        sessionId,
        session: { name: session.name, number: session.number },
        outcome: input.outcome,
        reasonCode: input.reasonCode,
        reasonLabel: reason?.label ?? input.reasonCode,
        toldLabel: input.notify && reason ? wordsForApplicant(reason, input.notify.language) : null,
        comment: input.comment,
        evidenceHash: hash,
        dispositions: input.dispositions,
        seen: input.seen ?? [],
        resubmit: input.resubmit ?? [],
        notify: input.notify,
        policyVersion: applied.version,
        sendsAt: clock() + holdMs(applied, input.outcome, undoMs),
      },
    }
  }
  return { check, why }
}
export type CheckDecision = ReturnType<typeof makeCheckDecision>
