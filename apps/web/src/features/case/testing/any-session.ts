import { FeatureRun, SessionDetail } from '@verdict/contract/case'
import { CompanyDocumentsData, KeyPeopleData, RegistryData } from '@verdict/contract/company-data'
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
} from '@verdict/contract/feature-data'
import { mediaGroups, mediaKinds, mediaRoles } from '@verdict/contract/media'
import { type FeatureKind, featureKinds, severities } from '@verdict/contract/session'
import fc from 'fast-check'

const shapes: Readonly<Record<FeatureKind, { shape: Record<string, unknown> }>> = {
  identityDocument: IdentityDocumentData,
  nfc: NfcData,
  liveness: LivenessData,
  faceMatch: FaceMatchData,
  ageEstimation: OtherData,
  aml: AmlData,
  proofOfAddress: ProofOfAddressData,
  databaseValidation: DatabaseValidationData,
  phone: PhoneData,
  email: EmailData,
  ipAnalysis: IpAnalysisData,
  questionnaire: QuestionnaireData,
  documentAi: DocumentAiData,
  registry: RegistryData,
  companyDocuments: CompanyDocumentsData,
  keyPeople: KeyPeopleData,
  other: OtherData,
}

const inner = [
  'name',
  'status',
  'items',
  'sections',
  'answer',
  'value',
  'text',
  'files',
  'title',
  'sessionId',
  'percentage',
  'owners',
  'hits',
  'datasets',
  'matchScore',
  'properties',
  'birthDate',
  'validation',
  'mrzString',
  'overallScore',
  'mediaRef',
  'timestamp',
  'details',
  'location',
  'distance',
  'parties',
  'officers',
  'beneficialOwners',
  'fileUrl',
  'manipulatedRegions',
  'overlayManipulation',
  'roles',
]

const oddTexts = [
  '',
  ' ',
  '2025-02-30',
  '0000-00-00',
  'not a date',
  'سيف البحري',
  '<script>',
  '🙂'.repeat(5),
  'x'.repeat(3000),
  'P<UTO\nAAA',
  '__proto__',
]

const leaf = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.double({ noDefaultInfinity: true, noNaN: true, min: -1e9, max: 1e9 }),
  fc.string({ maxLength: 30, unit: 'grapheme' }),
  fc.constantFrom(...oddTexts),
  fc.uuid(),
  fc.constant({ mediaRef: 'front' }),
)

const { value: odd } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...inner), fc.string({ minLength: 1, maxLength: 12 })), tie('value'), {
      maxKeys: 5,
      noNullPrototype: true,
    }),
  ),
}))

function anyData(kind: FeatureKind) {
  const keys = [...Object.keys(shapes[kind].shape), 'novelty', 'nodeId']
  return fc.dictionary(fc.constantFrom(...keys), odd, { maxKeys: 14, noNullPrototype: true })
}

const anySection = fc.constantFrom(...featureKinds).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    raw: fc.constantFrom(kind, 'VOICE_CHECK', '', 'iris-scans'),
    runs: fc.array(
      fc.record({
        data: anyData(kind),
        status: fc.constantFrom(null, 'Approved', 'In Review', 'Declined', 'Half Done', ''),
        nodeId: fc.constantFrom(null, 'node-1'),
      }),
      { maxLength: 3 },
    ),
  }),
)

/** A run whose data the contract takes; the few fields that it refuses are left out. */
function fitted(run: {
  id: string
  kind: FeatureKind
  data: Record<string, unknown>
  warningIds: string[]
  mediaRefs: string[]
}): FeatureRun {
  const first = FeatureRun.safeParse(run)
  if (first.success) return first.data
  const refused = new Set(first.error.issues.map((issue) => issue.path[1]))
  return FeatureRun.parse({ ...run, data: Object.fromEntries(Object.entries(run.data).filter(([key]) => !refused.has(key))) })
}

const yes = { allowed: true, reason: null }

/** Details as the bff may answer them: any data that the contract lets through. */
export const anySession = fc
  .record({
    sections: fc.array(anySection, { minLength: 1, maxLength: 5 }),
    warnings: fc.array(
      fc.record({
        severity: fc.constantFrom(...severities),
        code: fc.constantFrom('FULL_NAME_MISMATCH_WITH_PROVIDED', 'DATA_INCONSISTENT', 'POSSIBLE_MATCH_FOUND', ''),
        title: fc.constantFrom(...oddTexts),
        description: fc.constantFrom(null, ...oddTexts),
        details: fc.jsonValue(),
        feature: fc.constantFrom(...featureKinds),
      }),
      { maxLength: 6 },
    ),
    media: fc.array(
      fc.record({ kind: fc.constantFrom(...mediaKinds), group: fc.constantFrom(...mediaGroups), role: fc.constantFrom(...mediaRoles) }),
      { maxLength: 5 },
    ),
    name: fc.constantFrom(null, ...oddTexts),
    status: fc.constantFrom('In Review', 'Approved', 'Quantum State', ''),
    kind: fc.constantFrom('user' as const, 'business' as const),
    expected: fc.oneof(
      fc.constant(null),
      fc.dictionary(fc.constantFrom('firstName', 'lastName', 'dateOfBirth', 'companyName', 'address'), fc.jsonValue(), {
        noNullPrototype: true,
      }),
    ),
    unknown: fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue(), { maxKeys: 3, noNullPrototype: true }),
    createdAt: fc.constantFrom(null, '2026-01-14T10:00:00Z', 'yesterday'),
  })
  .map(({ sections, warnings, media, ...head }): SessionDetail => {
    let count = 0
    return SessionDetail.parse({
      ...head,
      id: '00000000-0000-4000-8000-000000000001',
      number: 7,
      environment: 'sandbox',
      country: null,
      documentType: null,
      vendorData: null,
      workflow: null,
      expiresAt: null,
      contact: null,
      metadata: null,
      portraitRef: null,
      media: media.map((item, index) => ({
        ...item,
        ref: index === 0 ? 'front' : `m${index}`,
        label: 'Front',
        feature: 'identityDocument',
        runId: null,
      })),
      sections: sections.map((section, at) => ({
        ...section,
        raw: `${section.raw}${at}`,
        runs: section.runs.map((run) => fitted({ ...run, id: `run-${count++}`, kind: section.kind, warningIds: [], mediaRefs: [] })),
      })),
      warnings: warnings.map((warning, index) => ({ ...warning, id: `w${index}`, runId: null })),
      evidenceHash: 'a'.repeat(64),
      asOf: '2026-01-15T09:00:00Z',
      stale: false,
      decision: null,
      awaiting: null,
      lease: null,
      actions: {
        approve: yes,
        decline: yes,
        resubmit: { ...yes, steps: [], askedElsewhere: { count: 0, last: null } },
        note: yes,
        amlReview: yes,
        override: { ...yes, runs: [] },
        correct: { ...yes, runs: [] },
        report: yes,
        share: yes,
        blocklist: { ...yes, items: [] },
      },
    })
  })
