import { z } from 'zod'

/** What can go wrong, one meaning each. Integrators branch on these; add, never rename. */
export const problemCodes = [
  'not-signed-in',
  'not-allowed',
  'step-up-needed',
  'code-wrong',
  'sign-in-over',
  'not-found',
  'invalid-input',
  'evidence-changed',
  'already-decided',
  'decision-not-held',
  'state-forbids',
  'leased',
  'policy-changed',
  'warnings-unseen',
  'reason-refused',
  'approval-over',
  'too-many-requests',
  'upstream-budget',
  'upstream-credentials',
  'upstream-refused',
  'upstream-unreachable',
  'upstream-timeout',
  'upstream-unreadable',
  'upstream-uncertain',
  'media-unavailable',
  'media-refused',
  'payload-too-large',
  'origin-refused',
  'internal',
] as const

export const ProblemCode = z.enum(problemCodes)
export type ProblemCode = z.infer<typeof ProblemCode>

/** RFC 9457 problem details. `title` says what happened, `detail` what it means and what to do. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: ProblemCode,
  /** Which inputs are wrong, by dotted path. */
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** Seconds until trying again is worth it. */
  retryAfter: z.number().optional(),
  /** For `evidence-changed`: what differs, one readable line each. */
  changes: z.array(z.string()).optional(),
  /** For `leased`: who works on the case. */
  holder: z.object({ id: z.string(), name: z.string(), since: z.string(), until: z.string() }).optional(),
  requestId: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>
