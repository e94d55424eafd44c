import type { Cast } from '../cast.ts'
import type { Json, JsonObject } from '../types.ts'
import { describeRisk } from './risk.text.ts'

export type LogType = 'information' | 'warning' | 'error'

/** A decision being written, with the cast that it is about. */
export interface Draft {
  cast: Cast
  decision: JsonObject
}

const WARNING_FEATURES: Readonly<Record<string, string>> = {
  id_verifications: 'ID_VERIFICATION',
  nfc_verifications: 'NFC',
  liveness_checks: 'LIVENESS',
  face_matches: 'FACEMATCH',
  poa_verifications: 'PROOF_OF_ADDRESS',
  phone_verifications: 'PHONE',
  email_verifications: 'EMAIL',
  aml_screenings: 'AML',
  ip_analyses: 'LOCATION',
  database_validations: 'DATABASE_VALIDATION',
  questionnaire_responses: 'QUESTIONNAIRE',
  document_ai_documents: 'DOCUMENT_AI',
  registry_checks: 'KYB_REGISTRY',
  document_verifications: 'KYB_DOCUMENTS',
  key_people_checks: 'KYB_KEY_PEOPLE',
}

/** Blocks of one feature array; empty when the feature has not run. */
export function blocks(decision: JsonObject, array: string): JsonObject[] {
  const list = decision[array]
  return Array.isArray(list) ? list.filter(isObject) : []
}

/** The first block of an array, when the feature has run. */
export function block(draft: Draft, array: string, position = 0): JsonObject | undefined {
  return blocks(draft.decision, array)[position]
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A wire value as text; `otherwise` for null, lists and objects. */
export function asText(value: Json | undefined, otherwise = ''): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : otherwise
}

/** Overwrites fields of a block; does nothing when the feature has not run. */
export function set(draft: Draft, array: string, fields: JsonObject, position = 0): void {
  const found = block(draft, array, position)
  if (found !== undefined) Object.assign(found, fields)
}

/** Adds a warning to a block and lets its status follow: `error` declines, `warning` waits for a human. */
export function warn(
  draft: Draft,
  array: string,
  risk: string,
  logType: LogType,
  additional: JsonObject | null = null,
  position = 0,
): void {
  const found = block(draft, array, position)
  if (found === undefined) return
  const feature = WARNING_FEATURES[array] ?? array.toUpperCase()
  const [short, long] = describeRisk(feature, risk)
  const warning: JsonObject = {
    feature,
    risk,
    additional_data: additional,
    log_type: logType,
    short_description: short,
    long_description: long,
    node_id: found['node_id'] ?? null,
  }
  const warnings = found['warnings']
  if (Array.isArray(warnings)) warnings.push(warning)
  else found['warnings'] = [warning]
  if (logType === 'error') found['status'] = 'Declined'
  if (logType === 'warning' && found['status'] !== 'Declined') found['status'] = 'In Review'
}
