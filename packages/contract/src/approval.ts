import { z } from 'zod'
import { BlocklistItem } from './case.ts'
import { Availability, Outcome, ResubmitChoice } from './decision.ts'

export const approvalKinds = ['decision', 'bulk', 'blocklistRemoval', 'share'] as const
export const ApprovalKind = z.enum(approvalKinds)
export type ApprovalKind = z.infer<typeof ApprovalKind>

/** `second` and `third` wait for a person; `doing` is being carried out; the others are last ones. */
export const approvalStages = ['second', 'third', 'doing', 'approved', 'rejected', 'withdrawn', 'void'] as const
export const ApprovalStage = z.enum(approvalStages)
export type ApprovalStage = z.infer<typeof ApprovalStage>

const Who = z.object({ id: z.string(), name: z.string() })

/** What somebody said about a case, in their own words. */
export const Opinion = z.object({
  by: Who,
  at: z.string(),
  /** Null for a plain yes or no. */
  outcome: Outcome.nullable(),
  reasonLabel: z.string().nullable(),
  agrees: z.boolean(),
  comment: z.string(),
})
export type Opinion = z.infer<typeof Opinion>

/** What the first person asked for; a part that does not belong to the kind is null. */
export const ApprovalAsk = z.object({
  by: Who,
  outcome: Outcome.nullable(),
  reasonLabel: z.string().nullable(),
  comment: z.string(),
  resubmit: z.array(ResubmitChoice),
  blocklist: z.array(BlocklistItem).nullable(),
  share: z.object({ applicationId: z.string(), ttlSeconds: z.int() }).nullable(),
})
export type ApprovalAsk = z.infer<typeof ApprovalAsk>

export const Approval = z.object({
  id: z.string(),
  kind: ApprovalKind,
  stage: ApprovalStage,
  why: z.array(z.string()),
  /** Null for a bulk decision. */
  session: z.object({ id: z.string(), name: z.string().nullable(), number: z.int().nullable() }).nullable(),
  /** The sessions of a bulk decision; else empty. */
  sessions: z.array(z.object({ id: z.string(), name: z.string().nullable(), number: z.int().nullable() })),
  /** The second person answers before they see what the first one chose. */
  blind: z.boolean(),
  /** Null as long as this reader must not know it. */
  ask: ApprovalAsk.nullable(),
  second: Opinion.nullable(),
  third: Opinion.nullable(),
  mine: z.boolean(),
  /** A sharing that was agreed to and made: good for one token. */
  used: z.boolean(),
  madeAt: z.string(),
  dueAt: z.string(),
  overdue: z.boolean(),
  endedAt: z.string().nullable(),
  /** Who may answer, in words. */
  waitsFor: z.string(),
  /** Whether this reader may answer, and why not. */
  answer: Availability,
  /** What the answer must name: the evidence that the first person read. */
  evidenceHash: z.string().nullable(),
  /** Why it ended, or why it could not be carried out. */
  problem: z.string().nullable(),
  /** What changed since the first person read it. */
  changes: z.array(z.string()),
  ledgerSeq: z.int(),
})
export type Approval = z.infer<typeof Approval>

/** `GET /api/approvals`: longest waiting first, and what ended within a day, newest first. */
export const ApprovalList = z.object({
  waiting: z.array(Approval),
  ended: z.array(Approval),
  /** How many of those that wait this reader may answer, and how many of these are overdue. */
  forMe: z.int(),
  overdue: z.int(),
  asOf: z.string(),
})
export type ApprovalList = z.infer<typeof ApprovalList>

/**
 * Body of `POST /api/approvals/:id`: yes or no; or, where the first verdict is withheld and for the third person, an
 * outcome of one's own.
 */
export const ApprovalAnswer = z
  .object({
    verdict: z.enum(['approve', 'reject']).optional(),
    outcome: Outcome.optional(),
    /** Of the catalogue, with an outcome of one's own. */
    reasonCode: z.string().max(64).optional(),
    comment: z.string().trim().max(4000, 'Keep it under 4,000 characters.').default(''),
    evidenceHash: z.string().max(128).nullable().default(null),
  })
  .superRefine((input, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if ((input.verdict === undefined) === (input.outcome === undefined)) issue('verdict', 'Answer with a verdict or with an outcome.')
    if (input.outcome !== undefined && !input.reasonCode) issue('reasonCode', 'Choose a reason.')
    if (input.verdict === 'reject' && input.comment === '') issue('comment', 'Say why not, for the one who asked.')
  })
export type ApprovalAnswer = z.infer<typeof ApprovalAnswer>
/** The same as it is sent. */
export type ApprovalInput = z.input<typeof ApprovalAnswer>
