import { AppError } from '../lib/app-error.ts'

export const policyUnknown = (version: number) =>
  new AppError('not-found', 404, 'There is no such version of the policy', `Version ${version} was never made. Open the list of versions.`)

export const policyChanged = (version: number) =>
  new AppError(
    'policy-changed',
    409,
    'The policy was changed meanwhile',
    `Version ${version} applies now. Nothing was saved; read it, and make your change on top of it.`,
  )

export const policyUnfit = (fields: { path: string; message: string }[]) =>
  new AppError('invalid-input', 422, 'The catalogue of reasons cannot stand so', 'Nothing was saved. Mend what is named and save again.', {
    fields,
  })
