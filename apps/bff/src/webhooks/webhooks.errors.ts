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
