import type { DiditError } from './errors.ts'
import { DiditOverBudgetError, DiditRefusedError, DiditUnreachableError, DiditUnreadableError } from './errors.ts'

export const MAX_TRIES = 3
const BASE_MS = 200
const MOST_MS = 2_000
/** A longer Retry-After is believed only up to here when blocking our own budget. */
const MOST_RETRY_AFTER_MS = 120_000

/** Whether one more try can do no harm. A write is tried again only if it is certain that nothing was sent or done. */
export const mayRetry = (error: DiditError, isRead: boolean): boolean => {
  if (error instanceof DiditOverBudgetError) return error.by === 'didit'
  if (error instanceof DiditUnreachableError) return isRead || !error.sent
  if (!isRead) return false
  if (error instanceof DiditRefusedError) return error.status >= 502 && error.status <= 504
  return error instanceof DiditUnreadableError && error.fault === 'cut-off'
}

/** Milliseconds before the next try: what Didit asked for, otherwise exponential backoff with full jitter. */
export const retryDelay = (error: DiditError, tries: number, random: () => number): number => {
  if (error instanceof DiditOverBudgetError && error.retryAfterMs !== null) return error.retryAfterMs
  return Math.floor(random() * Math.min(MOST_MS, BASE_MS * 2 ** (tries - 1)))
}

/** Reads `Retry-After` (seconds or an HTTP date) as milliseconds from now; null when absent or not to be understood. */
export const readRetryAfter = (value: string | undefined, now: number): number | null => {
  if (value === undefined) return null
  const seconds = /^\s*\d{1,9}(\.\d+)?\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  return Number.isFinite(seconds) ? Math.min(MOST_RETRY_AFTER_MS, Math.max(0, Math.ceil(seconds))) : null
}
