import type { RefusalReason } from './errors.ts'
import type { Reason } from './reasons.ts'

/** Sentences that tell a state of affairs apart from bad credentials or bad input; there is no machine-readable code. */
const sentences: readonly [RegExp, RefusalReason][] = [
  [/enough credits/i, 'credits'],
  [/already been shared/i, 'already-shared'],
  [/new status is the same/i, 'same-status'],
  [/no features found that need resubmission/i, 'nothing-to-resubmit'],
  [/only sessions with status|only finished sessions|can only generate a pdf/i, 'state'],
  [/no session matches the given query|cannot change feature status/i, 'state'],
]

/** Says why Didit refused, from status and wording. 401 and 403 mean the same unless the wording is about state. */
export const refusalReason = (status: number, reasons: readonly Reason[]): RefusalReason => {
  if (status === 429) return 'rate-limited'
  for (const [pattern, reason] of sentences) {
    if (reasons.some(({ text }) => pattern.test(text))) return reason
  }
  if (status >= 500) return 'upstream-fault'
  if (status === 401 || status === 403) return 'credentials'
  if (status === 404 || status === 410) return 'not-found'
  if (status >= 300 && status < 400) return 'redirected'
  if (reasons.some(({ path }) => path === 'share_token')) return 'share-token'
  if (status === 400 || status === 409 || status === 422) return 'validation'
  return 'other'
}

/** The same for media, whose hosts know signed links instead of keys. */
export const mediaRefusal = (status: number): RefusalReason => {
  if (status === 400 || status === 401 || status === 403 || status === 410) return 'expired-link'
  return refusalReason(status, [])
}
