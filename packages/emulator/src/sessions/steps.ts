import type { Json, JsonObject } from '../world/types.ts'
import { objectsAt, wordAt } from '../json-value.ts'

/** One kind of step: its array in the decision and its names elsewhere (they differ, see facts on naming). */
export interface Step {
  array: string
  /** Name in a session's `features` and in list rows. */
  feature: string
  /** Name in `nodes_to_resubmit`. */
  resubmit: string
  /** Name of the stored model, told by the feature status call. */
  model: string
  /** Picked when a resubmission names no steps. */
  auto: boolean
  /** Runs without the person. */
  backend: boolean
}

const define = (array: string, feature: string, resubmit: string, model: string, flags = ''): Step => ({
  array,
  feature,
  resubmit,
  model,
  auto: flags.includes('auto'),
  backend: flags.includes('backend'),
})

/** In the order in which a workflow runs them. */
export const STEPS: readonly Step[] = [
  define('email_verifications', 'EMAIL_VERIFICATION', 'EMAIL_VERIFICATION', 'Email', 'auto'),
  define('phone_verifications', 'PHONE', 'PHONE_VERIFICATION', 'Phone', 'auto'),
  define('id_verifications', 'ID_VERIFICATION', 'OCR', 'KYC', 'auto'),
  define('nfc_verifications', 'NFC', 'NFC', 'NFC'),
  define('liveness_checks', 'LIVENESS', 'LIVENESS', 'Face', 'auto'),
  define('face_matches', 'FACE_MATCH', 'FACE_MATCH', 'FaceMatch', 'auto'),
  define('poa_verifications', 'POA', 'PROOF_OF_ADDRESS', 'POA', 'auto'),
  define('document_ai_documents', 'DOCUMENT_AI', 'DOCUMENT_AI', 'DocumentAI'),
  define('questionnaire_responses', 'QUESTIONNAIRE', 'QUESTIONNAIRE', 'Questionnaire', 'auto'),
  define('aml_screenings', 'AML', 'AML', 'AML', 'auto backend'),
  define('database_validations', 'DATABASE_VALIDATION', 'DATABASE_VALIDATION', 'DatabaseValidation', 'auto backend'),
  define('ip_analyses', 'IP_ANALYSIS', 'IP_ANALYSIS', 'IPAnalysis', 'backend'),
  define('registry_checks', 'KYB_REGISTRY', 'KYB_REGISTRY', 'KYBRegistry'),
  define('document_verifications', 'KYB_DOCUMENTS', 'KYB_DOCUMENTS', 'KYBDocuments'),
  define('key_people_checks', 'KYB_KEY_PEOPLE', 'KYB_KEY_PEOPLE', 'KYBKeyPeople'),
]

const ALIASES: Readonly<Record<string, string>> = {
  ID_VERIFICATION: 'OCR',
  OCR_BACK: 'OCR',
  POA: 'PROOF_OF_ADDRESS',
  PHONE: 'PHONE_VERIFICATION',
  EMAIL: 'EMAIL_VERIFICATION',
  FACE: 'LIVENESS',
  AGE_ESTIMATION: 'LIVENESS',
  FACE_SEARCH: 'LIVENESS',
}

/** The step that a `nodes_to_resubmit[].feature` means, aliases included. */
export function stepOfResubmit(feature: string): Step | undefined {
  const name = ALIASES[feature] ?? feature
  return STEPS.find((candidate) => candidate.resubmit === name)
}

export function stepOfFeature(feature: string): Step | undefined {
  const name = { AGE_ESTIMATION: 'LIVENESS', FACE_SEARCH: 'LIVENESS', EMAIL: 'EMAIL_VERIFICATION' }[feature] ?? feature
  return STEPS.find((candidate) => candidate.feature === name)
}

export interface StepItem {
  step: Step
  item: JsonObject
}

/** Every recorded attempt of a decision, in workflow order. */
export function stepItems(decision: JsonObject): StepItem[] {
  return STEPS.flatMap((step) => objectsAt(decision, step.array).map((item) => ({ step, item })))
}

/** Status of one feature over all its nodes: the worst of them; never run is `Not Finished`. */
export function featureStatus(decision: JsonObject, feature: string): string {
  const known = stepOfFeature(feature)
  if (known === undefined) return 'Not Finished'
  const statuses = objectsAt(decision, known.array).map((item) => wordAt(item, 'status', 'Not Finished'))
  if (statuses.length === 0) return 'Not Finished'
  const worst = ['Declined', 'In Review', 'Resub Requested', 'Not Finished', 'Expired'].find((status) => statuses.includes(status))
  return worst ?? 'Approved'
}

/** What the features add up to, as a finished workflow would decide. */
export function outcomeOf(decision: JsonObject): 'Approved' | 'Declined' | 'In Review' {
  const statuses = stepItems(decision).map(({ item }) => item['status'])
  if (statuses.includes('Declined')) return 'Declined'
  return statuses.some((status) => status === 'In Review' || status === 'Not Finished') ? 'In Review' : 'Approved'
}

/** Names in a decision's `features`, whatever their form. */
export function featureNames(decision: JsonObject): string[] {
  const features: Json | undefined = decision['features']
  if (!Array.isArray(features)) return []
  return features.flatMap((feature) => {
    if (typeof feature === 'string') return [feature]
    return typeof feature === 'object' && feature !== null && !Array.isArray(feature) ? [wordAt(feature, 'feature')] : []
  })
}
