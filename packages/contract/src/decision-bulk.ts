import { z } from 'zod'
import { DecisionState, Outcome } from './decision.ts'
import { WarningGlance } from './session.ts'

export const MOST_IN_BULK = 100

const sessionIds = z
  .array(z.uuid('This is not a session id.').toLowerCase())
  .min(1, 'Choose at least one session.')
  .max(MOST_IN_BULK, `At most ${MOST_IN_BULK} sessions at a time.`)

/** Body of `POST /api/decisions/bulk/read`: what stands in each case, before anything is decided. */
export const BulkRead = z.object({ sessionIds, outcome: Outcome })
export type BulkRead = z.infer<typeof BulkRead>

/** One case of a bulk decision as it was read. Reading it is on record like opening it. */
export const BulkCase = z.object({
  sessionId: z.string(),
  name: z.string().nullable(),
  number: z.int().nullable(),
  status: z.string().nullable(),
  /** Null when it could not be read. */
  evidenceHash: z.string().nullable(),
  /** Warnings that decline, which must be seen; their ids go back in `seen`. */
  mustSee: z.array(WarningGlance.extend({ id: z.string() })),
  /** Why it cannot be decided so, or null. */
  refusal: z.string().nullable(),
  /** Why it will wait for a second person. */
  why: z.array(z.string()),
})
export type BulkCase = z.infer<typeof BulkCase>
export const BulkCases = z.object({ cases: z.array(BulkCase), bulkOver: z.int().nullable() })
export type BulkCases = z.infer<typeof BulkCases>

/** Body of `POST /api/decisions/bulk`. Resubmissions name steps, so they are made one by one. */
export const BulkInput = z
  .object({
    items: z
      .array(
        z.object({
          sessionId: z.uuid('This is not a session id.').toLowerCase(),
          evidenceHash: z.string().regex(/^[0-9a-f]{64}$/, 'Send the evidence hash that was read.'),
          seen: z.array(z.string().max(200)).max(200).default([]),
        }),
      )
      .min(1, 'Choose at least one session.')
      .max(MOST_IN_BULK, `At most ${MOST_IN_BULK} sessions at a time.`),
    outcome: z.enum(['Approved', 'Declined']),
    reasonCode: z.string().min(1, 'Choose a reason.').max(64),
    comment: z.string().trim().max(4000, 'Keep the rationale under 4,000 characters.').default(''),
  })
  .superRefine(({ items }, context) => {
    if (new Set(items.map(({ sessionId }) => sessionId)).size < items.length) {
      context.addIssue({ code: 'custom', path: ['items'], message: 'A session is named twice.' })
    }
  })
export type BulkInput = z.infer<typeof BulkInput>

export const BulkItem = z.object({
  sessionId: z.string(),
  name: z.string().nullable(),
  number: z.int().nullable(),
  result: z.enum(['held', 'needs-second', 'refused']),
  /** Null when it was refused. */
  decisionId: z.string().nullable(),
  state: DecisionState.nullable(),
  /** Why it was refused, or why it waits. */
  why: z.array(z.string()),
})
export type BulkItem = z.infer<typeof BulkItem>

/** Answer of deciding in bulk, of `GET` and of `DELETE /api/decisions/bulk/:id`. */
export const Bulk = z.object({
  /** Null when everything was refused, so that nothing was made. */
  id: z.string().nullable(),
  outcome: Outcome,
  sendsAt: z.string().nullable(),
  /** The one approval for all, when there are more than the policy lets one person decide. */
  approvalId: z.string().nullable(),
  items: z.array(BulkItem),
})
export type Bulk = z.infer<typeof Bulk>
