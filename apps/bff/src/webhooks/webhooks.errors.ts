import { AppError } from '../lib/app-error.ts'

const reasons: Readonly<Record<string, string>> = {
  'no-secret': 'No webhook secret is configured here: set DIDIT_WEBHOOK_SECRETS.',
  'bad-body': 'The body is not the JSON of a webhook.',
  'no-signature': 'It carries no signature.',
  'bad-signature': 'Its signature does not hold.',
  stale: 'It is older than five minutes, or a clock is wrong.',
  'too-large': 'It is too large.',
}

export const webhookForged = (why: string) =>
  new AppError('not-allowed', 401, 'This is not a delivery of Didit’s', `${reasons[why] ?? 'It could not be verified.'} Nothing was done.`)

export const deliveryUnknown = () =>
  new AppError('not-found', 404, 'There is no such delivery', 'It may be older than what the policy keeps. Look at the list again.')

export const cursorUnreadable = () =>
  new AppError('invalid-input', 422, 'This place in the list cannot be found', 'Start at the first page again.')

export const destinationMissing = () =>
  new AppError('state-forbids', 409, 'Didit has no destination for this house', 'Register it first; then deliveries can be checked.')

export const secretWithheld = () =>
  new AppError(
    'upstream-refused',
    502,
    'Didit did not give the secret of the destination',
    'Deliveries cannot be verified. Copy the secret from Didit’s console into DIDIT_WEBHOOK_SECRETS, or use a key that may read webhooks.',
  )
