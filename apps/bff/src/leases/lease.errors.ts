import { AppError } from '../lib/app-error.ts'
import { iso } from '../lib/time.ts'
import type { LeaseRow } from './lease-book.ts'

/** Somebody else works on the case. */
export const leased = (lease: LeaseRow) =>
  new AppError(
    'leased',
    409,
    `${lease.holder_name} is on this case`,
    'Nothing was recorded. Take the next case, wait until this one is free, or ask a senior to take it over.',
    { holder: { id: lease.holder_id, name: lease.holder_name, since: iso(lease.since), until: iso(lease.until) } },
  )

export const takeoverNeedsSenior = () =>
  new AppError(
    'not-allowed',
    403,
    'Your role does not take cases over',
    'A senior or a manager can take this case from whoever works on it.',
  )
