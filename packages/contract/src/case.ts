import { z } from 'zod'
import { CompanyDocumentsData, KeyPeopleData, RegistryData } from './company-data.ts'
import { Availability, Decision, ResubmitStep } from './decision.ts'
import {
  AmlData,
  DatabaseValidationData,
  DocumentAiData,
  EmailData,
  FaceMatchData,
  IdentityDocumentData,
  IpAnalysisData,
  LivenessData,
  NfcData,
  OtherData,
  PhoneData,
  ProofOfAddressData,
  QuestionnaireData,
} from './feature-data.ts'
import { Json } from './json.ts'
import { MediaItem } from './media.ts'
import { Lease } from './lease.ts'
import { FeatureKind, SessionKind, Severity } from './session.ts'

/** One thing that Didit remarked. */
export const CaseWarning = z.object({
  /** Stable while the evidence is the same; what a disposition names. */
  id: z.string(),
  code: z.string(),
  severity: Severity,
  /** Didit's own short and long texts; shown as they are for codes that we do not know. */
  title: z.string(),
  description: z.string().nullable(),
  feature: FeatureKind,
  /** The run that it belongs to, when known. */
  runId: z.string().nullable(),
  details: Json,
})
export type CaseWarning = z.infer<typeof CaseWarning>

const run = <K extends z.infer<typeof FeatureKind>, D extends z.ZodType>(kind: K, data: D) =>
  z.object({
    /** Anchor in the page and in deep links: `<kind>-<n>`. */
    id: z.string(),
    kind: z.literal(kind),
    /** Workflow node; null when upstream does not say. */
    nodeId: z.string().nullable(),
    status: z.string().nullable(),
    warningIds: z.array(z.string()),
    mediaRefs: z.array(z.string()),
    data,
  })

/** One execution of a check. Several runs of one kind stand one below the other. */
export const FeatureRun = z.discriminatedUnion('kind', [
  run('identityDocument', IdentityDocumentData),
  run('nfc', NfcData),
  run('liveness', LivenessData),
  run('faceMatch', FaceMatchData),
  run('ageEstimation', OtherData),
  run('aml', AmlData),
  run('proofOfAddress', ProofOfAddressData),
  run('databaseValidation', DatabaseValidationData),
  run('phone', PhoneData),
  run('email', EmailData),
  run('ipAnalysis', IpAnalysisData),
  run('questionnaire', QuestionnaireData),
  run('documentAi', DocumentAiData),
  run('registry', RegistryData),
  run('companyDocuments', CompanyDocumentsData),
  run('keyPeople', KeyPeopleData),
  run('other', OtherData),
])
export type FeatureRun = z.infer<typeof FeatureRun>
export type RunOf<K extends FeatureRun['kind']> = Extract<FeatureRun, { kind: K }>

export const FeatureSection = z.object({
  kind: FeatureKind,
  /** Upstream's name of the array; the title of a section that we do not know is made from it. */
  raw: z.string(),
  /** Empty when the workflow has this check but it has not run. */
  runs: z.array(FeatureRun),
})
export type FeatureSection = z.infer<typeof FeatureSection>

export const blocklistItems = ['face', 'document', 'phone', 'email'] as const
export const BlocklistItem = z.enum(blocklistItems)
export type BlocklistItem = z.infer<typeof BlocklistItem>

/** Whether one run can be overridden or corrected, and the name by which it is asked for. */
export const RunAction = Availability.extend({ runId: z.string(), nodeId: z.string().nullable() })
export type RunAction = z.infer<typeof RunAction>

/** `GET /api/sessions/:id`. */
export const SessionDetail = z.object({
  id: z.string(),
  kind: SessionKind,
  number: z.int().nullable(),
  status: z.string(),
  /** "live" or "sandbox"; unknown words are shown raw. */
  environment: z.string().nullable(),
  name: z.string().nullable(),
  country: z.string().nullable(),
  documentType: z.string().nullable(),
  vendorData: z.string().nullable(),
  workflow: z.object({ id: z.string(), label: z.string().nullable() }).nullable(),
  createdAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
  /** What the application said beforehand, by our own key names. */
  expected: z.record(z.string(), Json).nullable(),
  contact: z.object({ email: z.string().nullable(), phone: z.string().nullable(), language: z.string().nullable() }).nullable(),
  metadata: Json,
  portraitRef: z.string().nullable(),
  media: z.array(MediaItem),
  sections: z.array(FeatureSection),
  /** Worst first. */
  warnings: z.array(CaseWarning),
  /** Top-level fields of the decision that this version does not know. */
  unknown: z.record(z.string(), Json),
  /** Canonical SHA-256 of the evidence, without what changes by mere reading. Send it with a decision. */
  evidenceHash: z.string(),
  asOf: z.string(),
  /** True when Didit did not answer and this is what was read before. */
  stale: z.boolean(),
  /** Our decision that is under way or was the last. */
  decision: Decision.nullable(),
  /** Who works on it now; how long that still holds says `POST …/lease`. */
  lease: Lease.pick({ holder: true, since: true, takenFrom: true }).nullable(),
  /** A decision that waits for a second person. `decision` is null beside it for those who must not know it yet. */
  awaiting: z.object({ approvalId: z.string(), why: z.array(z.string()), madeAt: z.string(), mine: z.boolean() }).nullable(),
  actions: z.object({
    approve: Availability,
    decline: Availability,
    resubmit: Availability.extend({
      steps: z.array(ResubmitStep),
      /** Asked again by others: Didit’s trail does not say for which steps. */
      askedElsewhere: z.object({ count: z.int(), last: z.string().nullable() }),
    }),
    note: Availability,
    amlReview: Availability,
    override: Availability.extend({ runs: z.array(RunAction) }),
    correct: Availability.extend({ runs: z.array(RunAction) }),
    report: Availability,
    share: Availability,
    blocklist: Availability.extend({
      items: z.array(z.object({ item: BlocklistItem, label: z.string(), available: z.boolean(), reason: z.string().nullable() })),
    }),
  }),
})
export type SessionDetail = z.infer<typeof SessionDetail>
