import type { Outcome } from '@verdict/contract/decision'
import type { BulkCase, BulkInput } from '@verdict/contract/decision-bulk'
import type { ReasonEntry } from '@verdict/contract/policy/reasons'
import { plural } from '../../lib/format.ts'

export type BulkOutcome = Extract<Outcome, 'Approved' | 'Declined'>

/** A case that can be decided: it was read and nothing stands against it. */
export type Decidable = BulkCase & { evidenceHash: string }

export const isDecidable = (each: BulkCase): each is Decidable => each.refusal === null && each.evidenceHash !== null

/** An acknowledgement belongs to the evidence that stood beside it. */
export const seenKey = ({ sessionId, evidenceHash }: BulkCase): string => `${sessionId} ${evidenceHash ?? ''}`

export interface Choices {
  outcome: BulkOutcome | null
  reasonCode: string
  comment: string
  included: readonly Decidable[]
  unread: number
  seen: ReadonlySet<string>
  reason: Pick<ReasonEntry, 'commentRequired'> | undefined
}

/** What must be done before it can be sent, or null. */
export function missing({ outcome, unread, included, seen, reason, comment }: Choices): string | null {
  if (unread > 0) return `Reading: ${plural(unread, 'session')} to go.`
  if (outcome === null) return 'Choose an outcome.'
  if (included.length === 0) return 'None of these can be decided so.'
  const unseen = included.filter((each) => each.mustSee.length > 0 && !seen.has(seenKey(each))).length
  if (unseen > 0) return `Mark the declining warnings of ${plural(unseen, 'session')} as read.`
  if (reason === undefined) return 'Choose a reason.'
  if (reason.commentRequired && comment.trim() === '') return 'This reason needs a rationale.'
  return null
}

/** The body that is sent: each case with the evidence it was read with. */
export const inputOf = (outcome: BulkOutcome, { included, reasonCode, comment }: Choices): BulkInput => ({
  outcome,
  reasonCode,
  comment: comment.trim(),
  items: included.map(({ sessionId, evidenceHash, mustSee }) => ({ sessionId, evidenceHash, seen: mustSee.map(({ id }) => id) })),
})

/** Whether they wait for a second person because of their number. */
export function numberWords(count: number, bulkOver: number | null): string | null {
  if (bulkOver === null) return null
  return count > bulkOver
    ? `All ${String(count)} wait for a second person: the policy lets one person decide ${String(bulkOver)} together.`
    : `One person may decide ${String(bulkOver)} together within ten minutes; more wait for a second person.`
}
