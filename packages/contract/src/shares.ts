import { z } from 'zod'

/** Body of `POST /api/sessions/:id/shares`. */
export const ShareInput = z.object({
  applicationId: z.uuid('An application id looks like 11111111-2222-3333-4444-555555555555.'),
  ttlSeconds: z.number().int().min(60, 'At least 60 seconds.').max(86_400, 'At most 24 hours.').default(3600),
  purpose: z.string().trim().min(1, 'Say what it is shared for.').max(1000),
  /** The approval that allows exactly this, where the policy asks for a second person; good for one token. */
  approvalId: z.string().max(100).optional(),
})
export type ShareInput = z.infer<typeof ShareInput>

/** Answer of 202: no token is made until a second person agrees. */
export const ShareAsked = z.object({ approvalId: z.string(), why: z.array(z.string()) })
export type ShareAsked = z.infer<typeof ShareAsked>

/** The token is shown once and kept nowhere in the house. */
export const ShareMade = z.object({ id: z.string(), token: z.string(), expiresAt: z.string() })
export type ShareMade = z.infer<typeof ShareMade>

export const Share = z.object({
  id: z.string(),
  sessionId: z.string(),
  session: z.object({ name: z.string().nullable(), number: z.int().nullable() }),
  applicationId: z.string(),
  purpose: z.string(),
  by: z.string(),
  madeAt: z.string(),
  expiresAt: z.string(),
  ledgerSeq: z.int(),
})
export type Share = z.infer<typeof Share>
export const ShareList = z.object({ shares: z.array(Share) })
export type ShareList = z.infer<typeof ShareList>

/** Body of `POST /api/imports`. */
export const ImportInput = z.object({
  token: z.string().trim().min(20, 'Paste the whole share token.').max(4000),
  /** True keeps the partner's status, false sends the session to review. */
  trustReview: z.boolean(),
  workflowId: z.uuid('Choose one of your workflows.'),
  vendorData: z.string().trim().max(255).optional(),
})
export type ImportInput = z.infer<typeof ImportInput>
export const ImportDone = z.object({ sessionId: z.string() })
export type ImportDone = z.infer<typeof ImportDone>
