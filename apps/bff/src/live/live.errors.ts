import { AppError } from '../lib/app-error.ts'

export const tooManyStreams = (most: number) =>
  new AppError(
    'too-many-requests',
    429,
    'Verdict is open in too many places',
    `Live news goes to ${most} browsers of one person at most. The page asks now and then instead; close one that you do not need.`,
    { retryAfter: 60 },
  )
