import { z } from 'zod'
import { DocumentVerification, KeyPeopleCheck, RegistryCheck } from './decision-business.ts'
import {
  AmlScreening,
  DatabaseValidation,
  EmailVerification,
  IpAnalysis,
  PhoneVerification,
  QuestionnaireResponse,
} from './decision-checks.ts'
import { DocumentAi, FaceMatch, IdVerification, LivenessCheck, NfcVerification, PoaVerification } from './decision-identity.ts'
import { anything, flag, list, loose, map, number, text } from './fields.ts'
import { FeatureStatus } from './shared.ts'

/** The short form inside a decision. `user` is an e-mail, "API Client" or "Unknown": never parse it as an e-mail. */
export const DecisionReview = loose({ user: text, new_status: text, comment: text, created_at: text })
export type DecisionReview = z.infer<typeof DecisionReview>

/**
 * `GET /v3/session/{id}/decision/`, user and business alike. An array is null until its feature has run.
 * `session_kind` is absent with `include=events` (user sessions only).
 */
export const Decision = loose({
  session_id: z.string(),
  status: z.string(),
  session_kind: text,
  session_number: number,
  session_url: text,
  environment: text,
  workflow_id: text,
  features: z.array(z.union([z.string(), FeatureStatus])).nullish(),
  vendor_data: text,
  metadata: anything,
  expected_details: map,
  contact_details: loose({
    email: text,
    email_lang: text,
    send_notification_emails: flag,
    phone: text,
  }).nullish(),
  callback: text,
  id_verifications: list(IdVerification),
  nfc_verifications: list(NfcVerification),
  liveness_checks: list(LivenessCheck),
  face_matches: list(FaceMatch),
  poa_verifications: list(PoaVerification),
  document_ai_documents: list(DocumentAi),
  phone_verifications: list(PhoneVerification),
  email_verifications: list(EmailVerification),
  aml_screenings: list(AmlScreening),
  ip_analyses: list(IpAnalysis),
  database_validations: list(DatabaseValidation),
  questionnaire_responses: list(QuestionnaireResponse),
  registry_checks: list(RegistryCheck),
  document_verifications: list(DocumentVerification),
  key_people_checks: list(KeyPeopleCheck),
  reviews: list(DecisionReview),
  created_at: text,
  expires_at: text,
  events: anything,
  activity_reviews: anything,
  blocklisted: anything,
  cost_breakdown: anything,
})
export type Decision = z.infer<typeof Decision>
