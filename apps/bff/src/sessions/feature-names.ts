import type { FeatureKind } from '@verdict/contract/session'

interface FeatureNames {
  kind: FeatureKind
  /** The array in a decision. */
  array: string
  /** Words for it in a session's `features`. */
  session: readonly string[]
  /** Words for it in a warning. */
  warning: readonly string[]
  /** The word in `nodes_to_resubmit`; null where upstream never asks again. */
  resubmit: string | null
  /** For people. */
  label: string
}

/** Didit has up to four names for one check; this is the one table of them, in the order a reviewer reads. */
export const featureNames: readonly FeatureNames[] = [
  {
    kind: 'identityDocument',
    array: 'id_verifications',
    session: ['ID_VERIFICATION', 'OCR'],
    warning: ['ID_VERIFICATION'],
    resubmit: 'OCR',
    label: 'Identity document',
  },
  { kind: 'nfc', array: 'nfc_verifications', session: ['NFC'], warning: ['NFC'], resubmit: 'NFC', label: 'Chip' },
  {
    kind: 'liveness',
    array: 'liveness_checks',
    session: ['LIVENESS', 'FACE_SEARCH'],
    warning: ['LIVENESS'],
    resubmit: 'LIVENESS',
    label: 'Liveness',
  },
  {
    kind: 'faceMatch',
    array: 'face_matches',
    session: ['FACE_MATCH'],
    warning: ['FACEMATCH', 'FACE_MATCH'],
    resubmit: 'FACE_MATCH',
    label: 'Face match',
  },
  {
    kind: 'ageEstimation',
    array: 'age_estimations',
    session: ['AGE_ESTIMATION'],
    warning: ['AGE_ESTIMATION'],
    resubmit: null,
    label: 'Age',
  },
  {
    kind: 'proofOfAddress',
    array: 'poa_verifications',
    session: ['POA', 'PROOF_OF_ADDRESS'],
    warning: ['PROOF_OF_ADDRESS', 'POA'],
    resubmit: 'PROOF_OF_ADDRESS',
    label: 'Proof of address',
  },
  {
    kind: 'documentAi',
    array: 'document_ai_documents',
    session: ['DOCUMENT_AI'],
    warning: ['DOCUMENT_AI'],
    resubmit: 'DOCUMENT_AI',
    label: 'Further documents',
  },
  {
    kind: 'phone',
    array: 'phone_verifications',
    session: ['PHONE', 'PHONE_VERIFICATION'],
    warning: ['PHONE'],
    resubmit: 'PHONE_VERIFICATION',
    label: 'Phone',
  },
  {
    kind: 'email',
    array: 'email_verifications',
    session: ['EMAIL_VERIFICATION', 'EMAIL'],
    warning: ['EMAIL'],
    resubmit: 'EMAIL_VERIFICATION',
    label: 'E-mail',
  },
  { kind: 'aml', array: 'aml_screenings', session: ['AML'], warning: ['AML'], resubmit: 'AML', label: 'AML screening' },
  {
    kind: 'ipAnalysis',
    array: 'ip_analyses',
    session: ['IP_ANALYSIS'],
    warning: ['LOCATION', 'IP_ANALYSIS'],
    resubmit: 'IP_ANALYSIS',
    label: 'Device and location',
  },
  {
    kind: 'databaseValidation',
    array: 'database_validations',
    session: ['DATABASE_VALIDATION'],
    warning: ['DATABASE_VALIDATION'],
    resubmit: 'DATABASE_VALIDATION',
    label: 'Database validation',
  },
  {
    kind: 'questionnaire',
    array: 'questionnaire_responses',
    session: ['QUESTIONNAIRE'],
    warning: ['QUESTIONNAIRE'],
    resubmit: 'QUESTIONNAIRE',
    label: 'Questionnaire',
  },
  {
    kind: 'registry',
    array: 'registry_checks',
    session: ['KYB_REGISTRY'],
    warning: ['KYB_REGISTRY'],
    resubmit: null,
    label: 'Company registry',
  },
  {
    kind: 'companyDocuments',
    array: 'document_verifications',
    session: ['KYB_DOCUMENTS'],
    warning: ['KYB_DOCUMENTS'],
    resubmit: 'KYB_DOCUMENTS',
    label: 'Company documents',
  },
  {
    kind: 'keyPeople',
    array: 'key_people_checks',
    session: ['KYB_KEY_PEOPLE'],
    warning: ['KYB_KEY_PEOPLE'],
    resubmit: null,
    label: 'Owners and officers',
  },
]

const byArray = new Map(featureNames.map((names) => [names.array, names]))
const bySession = new Map(featureNames.flatMap((names) => names.session.map((word) => [word, names] as const)))
const byWarning = new Map(featureNames.flatMap((names) => names.warning.map((word) => [word, names] as const)))
const byKind = new Map(featureNames.map((names) => [names.kind, names]))

export const namesOfArray = (array: string): FeatureNames | undefined => byArray.get(array)
export const namesOfFeature = (word: string): FeatureNames | undefined => bySession.get(word)
export const kindOfWarning = (word: string): FeatureKind | undefined => byWarning.get(word)?.kind
export const resubmitWord = (kind: FeatureKind): string | null => byKind.get(kind)?.resubmit ?? null

/** "AML screening"; for a check that we do not know, upstream's word made readable. */
export function featureLabel(kind: FeatureKind, raw: string): string {
  return byKind.get(kind)?.label ?? readable(raw)
}

/** `VOICE_MATCH` and `voice_match` become "Voice match". */
export function readable(word: string): string {
  const text = word
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
    .toLowerCase()
  return text === '' ? word : text.charAt(0).toUpperCase() + text.slice(1)
}
