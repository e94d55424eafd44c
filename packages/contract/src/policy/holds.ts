import { z } from 'zod'

const seconds = z.int().min(0).max(600).nullable().default(null)

/** How long a decision waits before it is sent, by outcome; null is what `UNDO_SECONDS` says. */
export const HoldPolicy = z.object({ Approved: seconds, Declined: seconds, Resubmitted: seconds })
export type HoldPolicy = z.infer<typeof HoldPolicy>
