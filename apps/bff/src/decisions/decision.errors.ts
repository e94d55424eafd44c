import type { Availability } from '@verdict/contract/decision'
import { AppError } from '../lib/app-error.ts'

export const decisionNotFound = () =>
  new AppError('not-found', 404, 'There is no such decision', 'It was never made here. Go back to the queue.')

export const bulkNotFound = () =>
  new AppError('not-found', 404, 'There is no such bulk decision', 'It was never made here. Go back to the sessions.')

export const decisionWithheld = () =>
  new AppError('not-allowed', 403, 'This verdict is withheld', 'Whoever may be the second person sees it after answering. Open Approvals.')

/** Somebody else's decision for the session is not over yet. */
export const alreadyDecided = (other: { by: string; outcome: string | null; state: string }) =>
  other.outcome === null
    ? new AppError(
        'already-decided',
        409,
        'Somebody has decided this session already',
        'It waits for a second person. Yours was not recorded. It is answered under Approvals.',
      )
    : new AppError(
        'already-decided',
        409,
        `${other.by} has decided this session already`,
        `${other.by} chose ${other.outcome}, which is ${words[other.state] ?? other.state}. Yours was not recorded.`,
      )

const words: Readonly<Record<string, string>> = {
  held: 'about to be sent',
  awaiting_second: 'waiting for a second person',
  sending: 'being sent',
  uncertain: 'not yet confirmed by Didit',
}

export const evidenceChanged = (changes: string[]) =>
  new AppError(
    'evidence-changed',
    409,
    'The evidence has changed since you read it',
    'Nothing was recorded. Read what is new and decide again.',
    { changes },
  )

export const decisionNotHeld = (state: string) =>
  new AppError('decision-not-held', 409, `This decision is ${tooLate[state] ?? state}`, 'It can no longer be changed here.')

const tooLate: Readonly<Record<string, string>> = {
  awaiting_second: 'waiting for a second person',
  sending: 'already being sent',
  uncertain: 'already sent, and not yet confirmed by Didit',
  settled: 'already settled',
  refused: 'already refused by Didit',
  undone: 'already undone',
  void: 'void, because the evidence changed',
}

/** The reason cannot be given for this evidence, or not in these words. */
export const reasonRefused = (problems: readonly { code: 'invalid-input' | 'reason-refused'; path: string; message: string }[]) => {
  const invalid = problems.some(({ code }) => code === 'invalid-input')
  return new AppError(
    invalid ? 'invalid-input' : 'reason-refused',
    422,
    invalid ? 'The reason is not complete' : 'The reason does not stand',
    `${problems.map(({ message }) => message).join(' ')} Nothing was recorded.`,
    { fields: problems.map(({ path, message }) => ({ path, message })) },
  )
}

export const warningsUnseen = (unseen: readonly { id: string; title: string }[]) =>
  new AppError(
    'warnings-unseen',
    422,
    unseen.length === 1 ? 'A warning that declines has not been seen' : `${unseen.length} warnings that decline have not been seen`,
    'Nothing was recorded. Read them, then decide again.',
    { fields: unseen.map(({ id, title }) => ({ path: `warnings.${id}`, message: title })) },
  )

export const notYours = () =>
  new AppError(
    'not-allowed',
    403,
    'This is not your decision',
    'Who made it, who agreed to it, or a senior can undo it or send it early. What waits for a second person, only its maker takes back.',
  )

export const overturnNeedsSenior = (status: string) =>
  new AppError(
    'not-allowed',
    403,
    `This session is already ${status}`,
    'Overturning a decision takes a senior reviewer or a manager. Ask one of them.',
  )

export const outcomeUnavailable = (action: Availability) =>
  new AppError(
    'state-forbids',
    409,
    'This session does not allow that now',
    `${action.reason ?? 'Its state forbids it.'} Nothing was recorded.`,
  )

export const stepsUnavailable = (fields: { path: string; message: string }[]) =>
  new AppError('invalid-input', 422, 'Some steps cannot be asked again', 'Choose among the steps that the session offers.', { fields })

/** Switched off, or given other roles, while the decision was on its way to us. */
export const mayNoLonger = () =>
  new AppError(
    'not-allowed',
    403,
    'You may no longer decide',
    'Your access was changed a moment ago. Nothing was recorded. Ask a Verdict admin.',
  )
