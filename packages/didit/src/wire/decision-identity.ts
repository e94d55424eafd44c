import type { z } from 'zod'
import { flag, list, loose, map, number, scalar, text, texts } from './fields.ts'
import { DocumentMetadata, featureItem, Match, ParsedAddress } from './shared.ts'

const Quality = loose({
  focus_score: number,
  brightness_score: number,
  brightness_issue: text,
  is_document_fully_visible: flag,
  resolution_score: number,
  overall_score: number,
}).nullish()

export const IdVerification = loose({
  ...featureItem,
  document_type: text,
  document_subtype: text,
  document_number: text,
  personal_number: text,
  first_name: text,
  last_name: text,
  full_name: text,
  date_of_birth: text,
  age: number,
  gender: text,
  nationality: text,
  marital_status: text,
  place_of_birth: text,
  issuing_state: text,
  issuing_state_name: text,
  date_of_issue: text,
  expiration_date: text,
  address: text,
  formatted_address: text,
  parsed_address: ParsedAddress,
  extra_fields: map,
  mrz: map,
  portrait_image: text,
  front_image: text,
  back_image: text,
  full_front_image: text,
  full_back_image: text,
  front_image_camera_front: text,
  back_image_camera_front: text,
  front_video: text,
  back_video: text,
  extra_files: texts,
  front_image_camera_front_face_match_score: number,
  back_image_camera_front_face_match_score: number,
  front_image_quality_score: Quality,
  back_image_quality_score: Quality,
  matches: list(Match),
})
export type IdVerification = z.infer<typeof IdVerification>

export const NfcVerification = loose({
  ...featureItem,
  portrait_image: text,
  signature_image: text,
  chip_data: map,
  authenticity: loose({ sod_integrity: flag, dg_integrity: flag }).nullish(),
  certificate_summary: map,
})
export type NfcVerification = z.infer<typeof NfcVerification>

export const LivenessCheck = loose({
  ...featureItem,
  method: text,
  score: number,
  reference_image: text,
  video_url: text,
  age_estimation: number,
  face_quality: scalar,
  face_luminance: scalar,
  matches: list(Match),
})
export type LivenessCheck = z.infer<typeof LivenessCheck>

export const FaceMatch = loose({
  ...featureItem,
  score: number,
  source_image: text,
  target_image: text,
  source_image_session_id: text,
})
export type FaceMatch = z.infer<typeof FaceMatch>

export const PoaVerification = loose({
  ...featureItem,
  document_file: text,
  issuing_state: text,
  document_type: text,
  document_subtype: text,
  document_language: text,
  document_metadata: DocumentMetadata,
  issuer: text,
  issue_date: text,
  expiration_date: text,
  poa_address: text,
  poa_formatted_address: text,
  poa_parsed_address: ParsedAddress,
  name_on_document: text,
  name_match_score_expected_details: number,
  name_match_score_id_verification: number,
  expected_details_address: text,
  expected_details_formatted_address: text,
  expected_details_parsed_address: ParsedAddress,
  extra_fields: map,
  extra_files: texts,
})
export type PoaVerification = z.infer<typeof PoaVerification>

export const DocumentAi = loose({
  ...featureItem,
  items: list(
    loose({
      uuid: text,
      document_key: text,
      original_filename: text,
      file_url: text,
      file_size: number,
      status: text,
      extracted_data: map,
      fields: list(loose({ key: text, name: text, type: text, required: flag })),
      document_metadata: DocumentMetadata,
      cross_check_result: map,
      created_at: text,
    }),
  ),
})
export type DocumentAi = z.infer<typeof DocumentAi>
