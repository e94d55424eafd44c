import { AppError } from '../lib/app-error.ts'

export const sessionNotFound = (cause?: unknown) =>
  new AppError(
    'not-found',
    404,
    'There is no such session',
    'It may have been deleted, or belong to another application. Go back to the list and look again.',
    { cause },
  )

export const mediaUnavailable = (cause?: unknown) =>
  new AppError(
    'media-unavailable',
    404,
    'This capture is not stored',
    'Didit does not hand it out. It may have been deleted or was never made.',
    { cause },
  )

export const mediaRefused = (why: string, cause?: unknown) =>
  new AppError('media-refused', 502, 'This capture is not shown', `${why} Nothing of it was loaded. Tell an admin if it should be.`, {
    cause,
  })

export const reportNotReady = (why: string) => new AppError('state-forbids', 409, 'There is no report for this session', why)

export const badCursor = () =>
  new AppError('invalid-input', 422, 'This page of the list is not known', 'Start again from the first page.', {
    fields: [{ path: 'cursor', message: 'It was not made by this list.' }],
  })
