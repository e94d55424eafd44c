import { z } from 'zod'
import { loose, scalar, text, texts } from './fields.ts'

/** Answers to writes. They say little on purpose of upstream: read the decision again for the new state. */
export const StatusUpdated = loose({ session_id: z.string() })
export type StatusUpdated = z.infer<typeof StatusUpdated>

export const SharedSession = loose({ share_token: z.string(), for_application_id: text, session_kind: text })
export type SharedSession = z.infer<typeof SharedSession>

/** Only `session_id` counts: for users the rest is the older singular payload. */
export const ImportedSession = loose({ session_id: z.string(), status: text, session_kind: text })
export type ImportedSession = z.infer<typeof ImportedSession>

export const FeatureUpdated = loose({ session_id: text, node_id: text, feature_type: text, new_status: text })
export type FeatureUpdated = z.infer<typeof FeatureUpdated>

export const HitUpdated = loose({ message: text, hit_id: scalar, review_status: text })
export type HitUpdated = z.infer<typeof HitUpdated>

export const HitsUpdated = loose({ message: text, updated_hits: texts })
export type HitsUpdated = z.infer<typeof HitsUpdated>

/** The whole corrected record, as it now stands. */
export const CorrectedRecord = loose({})
export type CorrectedRecord = z.infer<typeof CorrectedRecord>

export const Message = loose({ message: text })
export type Message = z.infer<typeof Message>
