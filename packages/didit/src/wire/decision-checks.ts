import { z } from 'zod'
import { anything, flag, list, loose, map, number, scalar, text, texts } from './fields.ts'
import { featureItem, Lifecycle, Match, Point } from './shared.ts'

export const PhoneVerification = loose({
  ...featureItem,
  phone_number_prefix: text,
  phone_number: text,
  full_number: text,
  country_code: text,
  country_name: text,
  carrier: loose({ name: text, type: text }).nullish(),
  is_disposable: flag,
  is_virtual: flag,
  verification_method: text,
  verification_attempts: number,
  verified_at: text,
  lifecycle: list(Lifecycle),
  matches: list(Match),
})
export type PhoneVerification = z.infer<typeof PhoneVerification>

export const EmailVerification = loose({
  ...featureItem,
  email: text,
  is_breached: flag,
  breaches: list(loose({ name: text, domain: text, breach_date: text, description: text, data_classes: texts })),
  is_disposable: flag,
  is_undeliverable: flag,
  verification_attempts: number,
  verified_at: text,
  lifecycle: list(Lifecycle),
  matches: list(Match),
})
export type EmailVerification = z.infer<typeof EmailVerification>

/** `match_score` is confidence in the identity and `risk_score` the danger, both 0–100; `score` (0–1) is deprecated. */
export const AmlHit = loose({
  id: text,
  caption: text,
  url: text,
  match: flag,
  score: number,
  match_score: number,
  risk_score: number,
  review_status: text,
  datasets: texts,
  first_seen: text,
  last_seen: text,
  score_breakdown: map,
  risk_view: map,
  properties: map,
  pep_matches: list(map),
  sanction_matches: list(map),
  warning_matches: list(map),
  adverse_media_matches: list(map),
  adverse_media_details: map,
  linked_entities: list(map),
})
export type AmlHit = z.infer<typeof AmlHit>

export const AmlScreening = loose({
  ...featureItem,
  total_hits: number,
  entity_type: text,
  score: number,
  screened_data: map,
  is_ongoing_monitoring_enabled: flag,
  next_ongoing_monitoring_bill_date: text,
  hits: list(AmlHit),
})
export type AmlScreening = z.infer<typeof AmlScreening>

const Distances = loose({
  location: Point,
  distance_from_ip: number,
  distance_from_id_document: number,
  distance_from_poa_document: number,
}).nullish()

export const IpAnalysis = loose({
  ...featureItem,
  device_brand: text,
  device_model: text,
  browser_family: text,
  os_family: text,
  platform: text,
  device_fingerprint: text,
  ip_address: text,
  ip_country: text,
  ip_country_code: text,
  ip_state: text,
  ip_city: text,
  latitude: number,
  longitude: number,
  isp: text,
  organization: text,
  is_vpn_or_tor: flag,
  is_data_center: flag,
  time_zone: text,
  time_zone_offset: text,
  ip: Distances,
  id_document: Distances,
  poa_document: Distances,
  matches: list(Match),
})
export type IpAnalysis = z.infer<typeof IpAnalysis>

export const DatabaseValidation = loose({
  ...featureItem,
  issuing_state: text,
  validation_type: text,
  match_type: text,
  screened_data: map,
  validations: list(
    loose({
      service_id: text,
      service_name: text,
      validation: map,
      outcome_code: text,
      outcome_detail: text,
      source_data: map,
    }),
  ),
  errors: z.array(z.unknown()).nullish(),
})
export type DatabaseValidation = z.infer<typeof DatabaseValidation>

const Answer = loose({ value: anything, text: anything, files: anything }).nullish()

export const QuestionnaireResponse = loose({
  ...featureItem,
  questionnaire_id: text,
  title: anything,
  description: anything,
  version: number,
  sections: list(
    loose({
      title: anything,
      description: anything,
      items: list(
        loose({
          uuid: text,
          value: scalar,
          element_type: text,
          title: anything,
          description: anything,
          is_required: flag,
          choices: list(loose({ label: anything, value: scalar })),
          answer: Answer,
        }),
      ),
    }),
  ),
})
export type QuestionnaireResponse = z.infer<typeof QuestionnaireResponse>
