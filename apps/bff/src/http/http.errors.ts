import { AppError } from '../lib/app-error.ts'

interface Issue {
  path: readonly PropertyKey[]
  message: string
}

export const notSignedIn = () =>
  new AppError('not-signed-in', 401, 'You are not signed in', 'Sign in to go on; what you typed is kept on the page.')

export const notAllowed = (needed: string) =>
  new AppError('not-allowed', 403, 'Your role does not allow this', `It needs the permission ${needed}. An admin can give it to you.`)

export const stepUpNeeded = () =>
  new AppError(
    'step-up-needed',
    403,
    'Show that it is you',
    'This needs your password or a code given in the last minutes. Give it, then it goes on. Nothing was changed.',
  )

export const notFound = () => new AppError('not-found', 404, 'There is nothing here', 'Check the address, or go back to the queue.')

export const wrongMethod = (allowed: readonly string[]) =>
  new AppError('not-found', 405, 'This address does not take that method', `It takes ${allowed.join(', ')}.`)

export const invalidInput = (issues: readonly Issue[]) =>
  new AppError('invalid-input', 422, 'Some of it cannot be taken', issues[0]?.message ?? 'Check the marked fields.', {
    fields: issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  })

export const notJson = () => new AppError('invalid-input', 415, 'The body is not JSON', 'Send it with the content type application/json.')

export const brokenJson = () =>
  new AppError('invalid-input', 400, 'The body is not JSON', 'It could not be read as JSON. Nothing was changed.')

export const payloadTooLarge = (limitBytes: number) =>
  new AppError(
    'payload-too-large',
    413,
    'The body is too large',
    `At most ${Math.floor(limitBytes / 1024)} KiB are taken. Nothing was changed.`,
  )

export const originRefused = () =>
  new AppError(
    'origin-refused',
    403,
    'This request came from another site',
    'Changes are taken from Verdict’s own pages only. Open Verdict by its usual address and try again.',
  )
