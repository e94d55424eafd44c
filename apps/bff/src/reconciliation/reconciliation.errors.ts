import { AppError } from '../lib/app-error.ts'

export const alarmUnknown = () => new AppError('not-found', 404, 'There is no such alarm', 'Look at the list of alarms again.')

export const alreadyAcknowledged = ({ by_name: by, state }: { by_name: string | null; state: string }) =>
  new AppError(
    'state-forbids',
    409,
    state === 'noted' ? 'This is no alarm' : `${by ?? 'Somebody'} has acknowledged this alarm`,
    'Your note was not kept. Look at the list again; if there is more to say, write a note on the case.',
  )

export const cycleElsewhere = () =>
  new AppError(
    'state-forbids',
    409,
    'A comparison is running',
    'Another server of this house compares with Didit just now. Look again in a moment.',
  )
