import { AppError } from '../lib/app-error.ts'

export const notWaiting = () =>
  new AppError('state-forbids', 409, 'This case does not wait for a person', 'Only what is in review can be put off or given to somebody.')

export const snoozeTimeWrong = () =>
  new AppError('invalid-input', 422, 'It cannot be put off until then', 'Choose a time from now on, and within 30 days.', {
    fields: [{ path: 'until', message: 'Choose a time from now on, and within 30 days.' }],
  })

export const assigningNeedsSenior = () =>
  new AppError(
    'not-allowed',
    403,
    'Your role does not give cases to others',
    'You can take a case yourself; a senior or a manager can give it to somebody.',
  )

export const reviewerUnknown = () =>
  new AppError('invalid-input', 422, 'Nobody of that name decides cases', 'Choose somebody from the list.', {
    fields: [{ path: 'personId', message: 'Choose somebody from the list.' }],
  })
