import { DiditRefusedError } from '@verdict/didit'
import type { Availability } from '@verdict/contract/decision'
import { AppError } from '../lib/app-error.ts'

export const shareForbidden = (action: Availability) =>
  new AppError('state-forbids', 409, 'This session cannot be shared now', `${action.reason ?? 'Its state forbids it.'} Nothing was shared.`)

const invalid = (path: string, title: string, detail: string, cause: unknown) =>
  new AppError('invalid-input', 422, title, detail, { fields: [{ path, message: detail }], cause })

type Sentence = readonly [RegExp, (cause: unknown) => AppError]

/** Didit's pages and specification disagree about the status of each, so the wording decides. */
const importSentences: readonly Sentence[] = [
  [/has expired/i, (cause) => invalid('token', 'This token has expired', 'This token has expired; ask the partner for a new one.', cause)],
  [
    /not valid for this application/i,
    (cause) => invalid('token', 'This token is for another application', 'Ask the partner for a token for your application id.', cause),
  ],
  [
    /original session (does not exist|not found|no longer)/i,
    (cause) =>
      new AppError('not-found', 404, 'The shared session is gone', 'The partner has deleted it. Ask them what became of it.', { cause }),
  ],
  [
    /already been shared with your application/i,
    (cause) =>
      new AppError(
        'state-forbids',
        409,
        'This session was imported before',
        'One session can be imported once. Find it in the list of sessions.',
        { cause },
      ),
  ],
  [
    /invalid share token|share token is invalid/i,
    (cause) => invalid('token', 'This is not a share token', 'Copy the whole token again.', cause),
  ],
  [
    /workflow (does not exist|not found)/i,
    (cause) => invalid('workflowId', 'This workflow does not exist', 'Choose one of your own workflows.', cause),
  ],
]

const shareSentences: readonly Sentence[] = [
  [
    /target application does not exist/i,
    (cause) =>
      invalid(
        'applicationId',
        'There is no such application',
        'Didit knows no application with this id. Ask the partner for theirs.',
        cause,
      ),
  ],
  [
    /with the same application/i,
    (cause) =>
      invalid(
        'applicationId',
        'This is your own application',
        'A session is shared with another application. Ask the partner for their id.',
        cause,
      ),
  ],
  [/only finished sessions/i, (cause) => shareForbiddenBy(cause)],
]
const shareForbiddenBy = (cause: unknown) =>
  new AppError(
    'state-forbids',
    409,
    'This session cannot be shared now',
    'Only sessions that are approved, declined or in review can be shared.',
    { cause },
  )

const inWords = (sentences: readonly Sentence[], error: unknown): unknown => {
  if (!(error instanceof DiditRefusedError)) return error
  const said = error.reasons.map(({ text }) => text).join('\n')
  return sentences.find(([pattern]) => pattern.test(said))?.[1](error) ?? error
}

export const importProblem = (error: unknown): unknown => inWords(importSentences, error)
export const shareProblem = (error: unknown): unknown => inWords(shareSentences, error)
