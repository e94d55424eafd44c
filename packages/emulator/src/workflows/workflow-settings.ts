import { wordAt } from '../json-value.ts'
import type { JsonObject } from '../world/types.ts'

/** Toggle of the settings that each listed feature stands for. */
const TOGGLES: Readonly<Record<string, string>> = {
  LIVENESS: 'is_liveness_enabled',
  FACE_MATCH: 'is_face_match_enabled',
  NFC: 'is_nfc_enabled',
  AML: 'is_aml_enabled',
  PROOF_OF_ADDRESS: 'is_poa_enabled',
  PHONE_VERIFICATION: 'is_phone_verification_enabled',
  EMAIL_VERIFICATION: 'is_email_verification_enabled',
  DATABASE_VALIDATION: 'is_database_validation_enabled',
  IP_ANALYSIS: 'is_ip_analysis_enabled',
  QUESTIONNAIRE: 'is_questionnaire_enabled',
  AGE_ESTIMATION: 'is_age_estimation_enabled',
}

export function listedFeatures(row: JsonObject): string[] {
  return wordAt(row, 'features')
    .split(' + ')
    .filter((feature) => feature !== '')
}

/** The settings behind a workflow row, shortened to what a review desk reads. */
export function workflowSettings(row: JsonObject): JsonObject {
  const features = listedFeatures(row)
  const toggles = Object.fromEntries(Object.entries(TOGGLES).map(([feature, toggle]) => [toggle, features.includes(feature)]))
  const nodes = features.map((feature, position) => ({ id: `feature_${feature.toLowerCase()}_${position + 1}`, type: 'feature', feature }))
  return {
    ...row,
    ...toggles,
    face_liveness_method: 'passive',
    face_liveness_score_decline_threshold: 50,
    face_liveness_score_review_threshold: 70,
    face_match_score_decline_threshold: 40,
    face_match_score_review_threshold: 60,
    aml_score_approve_threshold: 80,
    aml_score_review_threshold: 100,
    duplicated_user_action: 'review',
    documents_allowed: {},
    callback_url: null,
    published_at: row['status'] === 'published' ? (row['updated_at'] ?? null) : null,
    created_at: row['updated_at'] ?? null,
    workflow_graph: { start_node: nodes[0]?.id ?? null, nodes },
  }
}
