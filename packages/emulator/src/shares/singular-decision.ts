import type { JsonObject } from '../world/types.ts'
import { objectsAt } from '../json-value.ts'

const SINGULAR: Readonly<Record<string, string>> = {
  id_verifications: 'id_verification',
  nfc_verifications: 'nfc',
  liveness_checks: 'liveness',
  face_matches: 'face_match',
  poa_verifications: 'poa',
  phone_verifications: 'phone',
  email_verifications: 'email',
  aml_screenings: 'aml',
  ip_analyses: 'ip_analysis',
  database_validations: 'database_validation',
  questionnaire_responses: 'questionnaire',
}

/** The V2 form of a decision: one block per feature, no `session_kind`. */
export function singularDecision(decision: JsonObject): JsonObject {
  const singular: JsonObject = {}
  for (const [key, value] of Object.entries(decision)) {
    if (key === 'session_kind' || key === 'document_ai_documents') continue
    const name = SINGULAR[key]
    if (name === undefined) singular[key] = value
    else singular[name] = objectsAt(decision, key).at(-1) ?? null
  }
  return singular
}
