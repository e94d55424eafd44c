import { z } from 'zod'
import { FeatureKind } from './session.ts'

export const outcomes = ['Approved', 'Declined', 'Resubmitted'] as const
export const Outcome = z.enum(outcomes)
export type Outcome = z.infer<typeof Outcome>

/** `settled`, `refused`, `undone` and `void` are last ones. */
export const decisionStates = ['held', 'awaiting_second', 'sending', 'uncertain', 'settled', 'refused', 'undone', 'void'] as const
export const DecisionState = z.enum(decisionStates)
export type DecisionState = z.infer<typeof DecisionState>

export const dispositions = ['explained', 'confirmed', 'notRelevant'] as const

/** A reviewer's answer to one warning. */
export const WarningDisposition = z.object({
  warningId: z.string().max(200),
  answer: z.enum(dispositions),
  note: z.string().trim().max(500).optional(),
})
export type WarningDisposition = z.infer<typeof WarningDisposition>

export const ResubmitChoice = z.object({ nodeId: z.string().min(1).max(200), feature: z.string().min(1).max(60) })
export type ResubmitChoice = z.infer<typeof ResubmitChoice>

/** Body of `POST /api/sessions/:id/decisions`. */
export const DecisionInput = z
  .object({
    outcome: Outcome,
    reasonCode: z
      .string()
      .min(1, 'Choose a reason.')
      .max(64)
      .regex(/^[A-Za-z0-9_.-]+$/, 'A reason code has letters, digits, dots, dashes and underscores only.'),
    comment: z.string().trim().max(4000, 'Keep the rationale under 4,000 characters.').default(''),
    /** `evidenceHash` of the session as the reviewer read it. */
    evidenceHash: z.string().regex(/^[0-9a-f]{64}$/, 'Send the evidence hash that came with the session.'),
    dispositions: z.array(WarningDisposition).max(500).default([]),
    /**
     * Warnings that stood open before the reviewer's eyes; those with a disposition need not be named. Left out by
     * who has no screen: then all count as seen that this person was given with this evidence.
     */
    seen: z.array(z.string().max(200)).max(1000).optional(),
    /** Steps to redo; for `Resubmitted` only, where at least one is needed. */
    resubmit: z.array(ResubmitChoice).max(50).optional(),
    /** Ask Didit to write to the applicant. */
    notify: z.object({ email: z.email('This is not an e-mail address.'), language: z.string().min(2).max(10).default('en') }).optional(),
  })
  .superRefine((input, context) => {
    if (input.outcome === 'Resubmitted' && !input.resubmit?.length) {
      context.addIssue({ code: 'custom', path: ['resubmit'], message: 'Choose at least one step to redo.' })
    }
    if (input.outcome !== 'Resubmitted' && input.resubmit?.length) {
      context.addIssue({ code: 'custom', path: ['resubmit'], message: 'Only a resubmission names steps to redo.' })
    }
  })
export type DecisionInput = z.infer<typeof DecisionInput>

export const Decision = z.object({
  id: z.string(),
  sessionId: z.string(),
  outcome: Outcome,
  reasonCode: z.string(),
  /** As the catalogue had it when the decision was made. */
  reasonLabel: z.string(),
  comment: z.string(),
  state: DecisionState,
  by: z.object({ id: z.string(), name: z.string() }),
  madeAt: z.string(),
  /** When it leaves the house if nobody undoes it. */
  sendsAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** Ledger entry of the intent; the same number stands in Didit's comment. */
  ledgerSeq: z.int(),
  /** Why it was refused, is uncertain or void, in words. */
  problem: z.string().nullable(),
  /** For `void`: what changed since the reviewer read it. */
  changes: z.array(z.string()),
  session: z.object({ name: z.string().nullable(), number: z.int().nullable() }),
  /** Why it needs a second person, and who that was; null when one person is enough. */
  second: z
    .object({ approvalId: z.string(), why: z.array(z.string()), by: z.object({ id: z.string(), name: z.string() }).nullable() })
    .nullable(),
  /** The bulk decision that it is part of. */
  bulkId: z.string().nullable(),
})
export type Decision = z.infer<typeof Decision>

/** Answer of `POST /api/sessions/:id/decisions`. */
export const DecisionAccepted = z.object({
  id: z.string(),
  state: DecisionState,
  sendsAt: z.string().nullable(),
  /** For `awaiting_second`: why one person is not enough. */
  why: z.array(z.string()),
  approvalId: z.string().nullable(),
})
export type DecisionAccepted = z.infer<typeof DecisionAccepted>

/** `GET /api/decisions`: mine that are not over, and those that ended in the last minute. */
export const DecisionList = z.object({ decisions: z.array(Decision) })
export type DecisionList = z.infer<typeof DecisionList>

export const Availability = z.object({ allowed: z.boolean(), reason: z.string().nullable() })
export type Availability = z.infer<typeof Availability>

/** A step that an applicant can be asked to redo, or why not. */
export const ResubmitStep = z.object({
  nodeId: z.string(),
  feature: FeatureKind,
  label: z.string(),
  status: z.string().nullable(),
  allowed: z.boolean(),
  reason: z.string().nullable(),
  /** Didit would choose it by itself: it ran and did not pass. */
  suggested: z.boolean(),
  /** Captures that Didit deletes when this step is asked again. */
  erases: z.array(z.string()),
  /** How often this desk has asked for it before, and when last. */
  askedBefore: z.int(),
  lastAsked: z.string().nullable(),
})
export type ResubmitStep = z.infer<typeof ResubmitStep>
