import { z } from 'zod'
import { AlarmKind } from './alarms.ts'

/** The ten states of a session. Upstream may invent more: `status` fields are text, unknown words are shown raw. */
export const sessionStatuses = [
  'Not Started',
  'In Progress',
  'Awaiting User',
  'In Review',
  'Approved',
  'Declined',
  'Resubmitted',
  'Abandoned',
  'Expired',
  'Kyc Expired',
] as const
export type SessionStatus = (typeof sessionStatuses)[number]

/** States of one check. Unknown words are shown raw. */
export const featureStatuses = ['Not Finished', 'Approved', 'Declined', 'In Review', 'Resub Requested', 'Expired'] as const
export type FeatureStatus = (typeof featureStatuses)[number]

export const SessionKind = z.enum(['user', 'business'])
export type SessionKind = z.infer<typeof SessionKind>

/** What a check examines; `other` is one that this version does not know. */
export const featureKinds = [
  'identityDocument',
  'nfc',
  'liveness',
  'faceMatch',
  'ageEstimation',
  'aml',
  'proofOfAddress',
  'databaseValidation',
  'phone',
  'email',
  'ipAnalysis',
  'questionnaire',
  'documentAi',
  'registry',
  'companyDocuments',
  'keyPeople',
  'other',
] as const
export const FeatureKind = z.enum(featureKinds)
export type FeatureKind = z.infer<typeof FeatureKind>

export const severities = ['declines', 'review', 'information', 'unknown'] as const
export const Severity = z.enum(severities)
/** Set by the workflow, not by the code: `declines` led to Declined, `review` to In Review. */
export type Severity = z.infer<typeof Severity>

/** One check at a glance. `raw` is upstream's own word, shown when the kind is `other`. */
export const FeatureGlance = z.object({ kind: FeatureKind, raw: z.string(), status: z.string() })
export type FeatureGlance = z.infer<typeof FeatureGlance>

export const WarningGlance = z.object({ code: z.string(), severity: Severity, title: z.string() })
export type WarningGlance = z.infer<typeof WarningGlance>

/** A session in a list. */
export const SessionRow = z.object({
  id: z.string(),
  kind: SessionKind,
  /** Human number; unique per kind only. */
  number: z.int().nullable(),
  status: z.string(),
  name: z.string().nullable(),
  country: z.string().nullable(),
  documentType: z.string().nullable(),
  vendorData: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  workflow: z.object({ id: z.string(), label: z.string().nullable() }).nullable(),
  createdAt: z.string(),
  /** True when `GET /api/sessions/:id/media/portrait` has a picture. */
  hasPortrait: z.boolean(),
  /** Null when not known from a list (companies, until the case has been read). */
  features: z.array(FeatureGlance).nullable(),
  /** Worst first, at most three; null until the case has been read once in the background. */
  warnings: z.array(WarningGlance).nullable(),
  warningCount: z.int().nullable(),
  /** Its status was set past Verdict: how, and by whom in Didit’s words. */
  elsewhere: z.object({ kind: AlarmKind, actor: z.string() }).nullable(),
  /** When Didit said what stands here. */
  asOf: z.string(),
})
export type SessionRow = z.infer<typeof SessionRow>

/** `exact: false` means "at least this many". */
export const Count = z.object({ value: z.int(), exact: z.boolean() })
export type Count = z.infer<typeof Count>

export const SessionSort = z.enum(['newest', 'oldest'])
export type SessionSort = z.infer<typeof SessionSort>

const day = z.iso.date('Write the day as YYYY-MM-DD.')

/** Query of `GET /api/sessions`; comma lists OR inside one parameter. */
export const SessionQuery = z.object({
  q: z.string().trim().max(200).optional(),
  status: z.string().max(300).optional(),
  kind: z.enum(['user', 'business', 'all']).default('all'),
  country: z.string().max(300).optional(),
  warning: z.string().max(500).optional(),
  workflow: z.string().max(500).optional(),
  from: day.optional(),
  to: day.optional(),
  sort: SessionSort.default('newest'),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type SessionQuery = z.infer<typeof SessionQuery>

export const SessionPage = z.object({
  rows: z.array(SessionRow),
  count: Count,
  nextCursor: z.string().nullable(),
  /** When the list was last compared with Didit's. */
  asOf: z.string(),
  /** False while sessions that may fit are still being read for the first time. */
  complete: z.boolean(),
})
export type SessionPage = z.infer<typeof SessionPage>

/** `GET /api/workflows`: for filters and for imports. */
export const WorkflowList = z.object({
  workflows: z.array(z.object({ id: z.string(), label: z.string(), type: z.string().nullable(), archived: z.boolean() })),
})
export type WorkflowList = z.infer<typeof WorkflowList>
