import type { DiditError, Reason, RefusalReason } from '@verdict/didit'
import { DiditOverBudgetError, DiditRefusedError, DiditUnreadableError } from '@verdict/didit'
import { AppError } from '../lib/app-error.ts'

const MAX_WORDS = 600

/** Didit's own reasons as one line for people. */
function inWords(reasons: readonly Reason[]): string {
  const words = reasons.map(({ path, text }) => (path === '' ? text : `${path}: ${text}`)).join(' · ')
  return words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS)}…` : words
}

const said = (reasons: readonly Reason[]) => (reasons.length > 0 ? ` It said: ${inWords(reasons)}` : '')

const stateReasons = new Set<RefusalReason>(['state', 'same-status', 'nothing-to-resubmit', 'already-shared'])

function refused(error: DiditRefusedError): AppError {
  const { reason, reasons, status } = error
  const cause = { cause: error }
  if (reason === 'credentials') {
    return new AppError(
      'upstream-credentials',
      502,
      'Didit refuses our key',
      'Nothing was changed. Ask an admin to check the connection: the key may be wrong, revoked or without this right.',
      cause,
    )
  }
  if (reason === 'not-found') {
    return new AppError(
      'not-found',
      404,
      'Didit does not know this',
      'It may have been deleted. Go back to the list and look again.',
      cause,
    )
  }
  if (stateReasons.has(reason)) {
    return new AppError(
      'state-forbids',
      409,
      'The session’s state does not allow this',
      `Didit did not do it; nothing was changed.${said(reasons)}`,
      cause,
    )
  }
  if (reason === 'upstream-fault') {
    const known = error.effect === 'none' ? 'Nothing was changed.' : 'It may have been done: look at the session before you try again.'
    return new AppError('upstream-unreachable', 503, 'Didit is in trouble', `It answered ${status}. ${known} Try again in a minute.`, cause)
  }
  return new AppError('upstream-refused', 502, 'Didit refused this', `Nothing was changed.${said(reasons)}`, cause)
}

/** What a person is told when Didit did not do what was asked: fact, consequence, way out. */
export function upstreamProblem(error: DiditError): AppError {
  const doubt = error.effect === 'unknown'
  const state = doubt ? 'It may have been done: look at the session before you try again.' : 'Nothing was changed.'
  const cause = { cause: error }
  if (error instanceof DiditRefusedError) return refused(error)
  if (error instanceof DiditOverBudgetError) {
    const retryAfter = Math.max(1, Math.ceil((error.retryAfterMs ?? 10_000) / 1000))
    return new AppError(
      'upstream-budget',
      429,
      'Didit’s rate limit is used up for now',
      `Nothing was changed. Try again in ${retryAfter} ${retryAfter === 1 ? 'second' : 'seconds'}.`,
      { ...cause, retryAfter },
    )
  }
  if (error instanceof DiditUnreadableError) {
    return new AppError(
      'upstream-unreadable',
      502,
      'Didit’s answer cannot be read',
      `${unreadableFaults[error.fault]} ${state} Try again; if it stays, tell an admin.`,
      cause,
    )
  }
  switch (error.kind) {
    case 'timed-out':
      return new AppError('upstream-timeout', 504, 'Didit took too long to answer', `${state} Try again in a minute.`, cause)
    case 'cancelled':
      return new AppError(
        'upstream-unreachable',
        503,
        'This was not sent',
        'Verdict stood still for too long before it could send it. Nothing was changed. Look at the session and do it again.',
        cause,
      )
    case 'invalid-argument':
      return new AppError(
        'invalid-input',
        422,
        'Some of it cannot be taken',
        'Didit would not take a value of this form. Nothing was sent.',
        cause,
      )
    default:
      return new AppError('upstream-unreachable', 503, 'Didit cannot be reached', `${state} What was read before stays readable.`, cause)
  }
}

const unreadableFaults = {
  'not-json': 'Something else than Didit answered, for example a gateway with a web page.',
  'cut-off': 'It ended half way.',
  'wrong-shape': 'It lacks what every answer of this kind has.',
  'too-large': 'It is far larger than it should be.',
  'wrong-type': 'It is not of the kind that was asked for.',
} as const
