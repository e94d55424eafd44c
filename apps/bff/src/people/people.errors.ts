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

/** Sign-ins half done end by time, by use, and by whatever ends the sign-ins of that person. */
export const signInOver = () =>
  new AppError(
    'sign-in-over',
    401,
    'This sign-in has ended',
    'It took too long, or something was changed meanwhile. Start again with the password.',
  )

/** The same for a wrong code and for one that was used before. */
export const wrongCode = () =>
  new AppError(
    'code-wrong',
    422,
    'This code is not right',
    'Wait for the next code of your app, or use a recovery code. Each is good once.',
    {
      fields: [{ path: 'code', message: 'This code is not right, or it was used before.' }],
    },
  )

export const wrongPassword = () =>
  new AppError('invalid-input', 422, 'The password is wrong', 'Nothing was changed. An admin can set a new one.', {
    fields: [{ path: 'password', message: 'This is not your password.' }],
  })

export const codeWanted = () =>
  new AppError('invalid-input', 422, 'A code is wanted', 'You have a second factor: give a code of your app, or a recovery code.', {
    fields: [{ path: 'code', message: 'Write the code.' }],
  })

export const passwordWanted = () =>
  new AppError('invalid-input', 422, 'The password is wanted', 'You have no second factor: give your password.', {
    fields: [{ path: 'password', message: 'Write your password.' }],
  })

export const factorRequired = () =>
  new AppError(
    'state-forbids',
    409,
    'Your role demands a second factor',
    'It cannot be switched off. To move it to another phone, set it up anew.',
  )

export const noFactor = () => new AppError('state-forbids', 409, 'There is no second factor', 'Nothing was changed. Reload the page.')

export const signInUnknown = () => new AppError('not-found', 404, 'This sign-in has ended', 'Nothing was changed. Reload the list.')
