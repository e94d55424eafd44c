import { z } from 'zod'
import { amlReviewStates } from './feature-data.ts'
import { Json } from './json.ts'

const comment = z.string().trim().max(2000, 'Keep it under 2,000 characters.')

/** `PATCH /api/sessions/:id/features/:nodeId`: overrides one check; the session's status stays. */
export const FeatureOverride = z.object({
  status: z.enum(['Approved', 'Declined', 'In Review']),
  comment: comment.min(1, 'Say why.'),
})
export type FeatureOverride = z.infer<typeof FeatureOverride>

/** `PATCH /api/sessions/:id/aml-hits`: all or nothing; does not change the session's status. */
export const AmlHitReview = z.object({
  nodeId: z.string().min(1).max(200).optional(),
  /** The evidence that was judged; what differs later is marked as changed since. */
  evidenceHash: z.string().max(128).optional(),
  hits: z
    .array(z.object({ hitId: z.string().min(1).max(200), status: z.enum(amlReviewStates), rationale: comment.default('') }))
    .min(1, 'Choose at least one hit.')
    .max(500),
})
export type AmlHitReview = z.infer<typeof AmlHitReview>

/** `PATCH /api/sessions/:id/data`: `values` by our key names (`firstName`, `dateOfBirth`, …). */
export const DataCorrection = z.object({
  target: z.enum(['identityDocument', 'proofOfAddress', 'company']),
  nodeId: z.string().min(1).max(200).optional(),
  /** For `company`: the registry company that is corrected. */
  companyId: z.string().max(100).optional(),
  values: z.record(z.string(), Json).refine((values) => Object.keys(values).length > 0, 'Change at least one field.'),
  reason: comment.min(1, 'Say why.'),
})
export type DataCorrection = z.infer<typeof DataCorrection>

/** Answer of the three: read the session again for the new evidence. */
export const CorrectionDone = z.object({ sessionId: z.string(), ledgerSeq: z.int() })
export type CorrectionDone = z.infer<typeof CorrectionDone>

/** `GET /api/sessions/:id/aml-rationales`: why hits were judged as they are, newest first. Didit keeps no such text. */
export const AmlRationale = z.object({
  hitId: z.string(),
  nodeId: z.string().nullable(),
  status: z.string(),
  rationale: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.string(),
  ledgerSeq: z.int(),
})
export type AmlRationale = z.infer<typeof AmlRationale>
export const AmlRationaleList = z.object({ rationales: z.array(AmlRationale) })
export type AmlRationaleList = z.infer<typeof AmlRationaleList>
