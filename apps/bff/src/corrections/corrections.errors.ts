import type { Availability } from '@verdict/contract/decision'
import { AppError } from '../lib/app-error.ts'

type Field = { path: string; message: string }

export const correctionForbidden = (action: Availability) =>
  new AppError(
    'state-forbids',
    409,
    'This session does not allow that now',
    `${action.reason ?? 'Its state forbids it.'} Nothing was changed.`,
  )

export const invalidCorrection = (fields: Field[]) =>
  new AppError('invalid-input', 422, 'Some of it cannot be taken', fields[0]?.message ?? 'Check the marked fields.', { fields })

export const noSuchCheck = () =>
  new AppError('not-found', 404, 'This session has no such check', 'It may have been asked again since. Read the session again.')

export const sameFeatureStatus = (status: string) =>
  new AppError('state-forbids', 409, `This check is ${status} already`, 'Nothing was changed. Read the session again.')
