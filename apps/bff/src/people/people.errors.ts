import { AppError } from '../lib/app-error.ts'

/** The same answer for an unknown e-mail and a wrong password, so that nobody learns who works here. */
export const wrongCredentials = () =>
  new AppError('not-signed-in', 401, 'E-mail or password is wrong', 'Check both and try again. An admin can set a new password.')

export const tooManySignIns = (retryAfter: number) =>
  new AppError('too-many-requests', 429, 'Too many failed sign-ins', `Wait ${retryAfter} seconds, then try again.`, { retryAfter })

export const emailTaken = () =>
  new AppError('invalid-input', 422, 'Somebody has this e-mail already', 'Choose another one, or change the roles of that person.', {
    fields: [{ path: 'email', message: 'Somebody has this e-mail already.' }],
  })

export const personUnknown = () => new AppError('not-found', 404, 'There is no such person', 'Reload the list of people.')

export const lastAdmin = () =>
  new AppError('state-forbids', 409, 'This is the only admin', 'Make somebody else an admin first; otherwise nobody could give roles.')

export const wrongCurrentPassword = () =>
  new AppError('invalid-input', 422, 'The current password is wrong', 'Nothing was changed. An admin can set a new one.', {
    fields: [{ path: 'current', message: 'This is not your password.' }],
  })

export const setupOver = () =>
  new AppError('not-found', 404, 'This link is used up', 'The first admin exists, or a newer start of Verdict printed a newer link.')
