import { z } from 'zod'
import type { Outcome } from '../decision.ts'
import { reasons } from '../reasons.ts'

export const ReasonEntry = z.object({
  code: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[A-Za-z0-9_.-]+$/, 'A reason code has letters, digits, dots, dashes and underscores only.'),
  label: z.string().trim().min(1).max(200),
  commentRequired: z.boolean().default(false),
  /** What the applicant may read, by language; never the internal label. */
  applicantText: z.record(z.string().min(2).max(10), z.string().trim().max(1000)).default({}),
  /** No longer offered; still explains old decisions. */
  retired: z.boolean().default(false),
})
export type ReasonEntry = z.infer<typeof ReasonEntry>

const standard = (outcome: Outcome): z.input<typeof ReasonEntry>[] => reasons[outcome].map(({ code, label }) => ({ code, label }))
const list = (outcome: Outcome) =>
  z
    .array(ReasonEntry)
    .min(1)
    .max(60)
    .prefault(() => standard(outcome))

/** Reasons offered to a reviewer, most used first. */
export const ReasonCatalogue = z.object({
  Approved: list('Approved'),
  Declined: list('Declined'),
  Resubmitted: list('Resubmitted'),
  /** Take an integrator's own code, that the catalogue does not have, as it is. Retired ones stay refused. */
  otherCodes: z.boolean().default(true),
})
export type ReasonCatalogue = z.infer<typeof ReasonCatalogue>
