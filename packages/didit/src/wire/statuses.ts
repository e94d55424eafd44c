/** The ten session statuses, spelt as Didit spells them. The set is open: keep and show unknown values. */
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

export type DecidedStatus = 'Approved' | 'Declined' | 'Resubmitted'
export type FeatureDecision = 'Approved' | 'Declined' | 'In Review'
export type HitReviewStatus = 'Unreviewed' | 'Confirmed Match' | 'False Positive' | 'Inconclusive'
export type EntityStatus = 'ACTIVE' | 'FLAGGED' | 'BLOCKED'
export type BlocklistItemType = 'face' | 'document' | 'phone' | 'email'

/** The feature arrays of a decision, in the order a reviewer reads them. */
export const decisionArrays = [
  'id_verifications',
  'nfc_verifications',
  'liveness_checks',
  'face_matches',
  'poa_verifications',
  'document_ai_documents',
  'phone_verifications',
  'email_verifications',
  'aml_screenings',
  'ip_analyses',
  'database_validations',
  'questionnaire_responses',
  'registry_checks',
  'document_verifications',
  'key_people_checks',
] as const
export type DecisionArray = (typeof decisionArrays)[number]
