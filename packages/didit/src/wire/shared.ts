import type { z } from 'zod'
import { anything, flag, list, loose, map, number, text } from './fields.ts'

export const Warning = loose({
  feature: text,
  risk: text,
  additional_data: anything,
  log_type: text,
  short_description: text,
  long_description: text,
  node_id: text,
})
export type Warning = z.infer<typeof Warning>

/** What every feature item carries, whatever the feature. */
export const featureItem = { node_id: text, status: text, warnings: list(Warning) }

/** Another session or list entry that shares something with this one; session fields are null for list entries. */
export const Match = loose({
  session_id: text,
  session_number: number,
  vendor_data: text,
  verification_date: text,
  user_details: map,
  status: text,
  is_blocklisted: flag,
  is_allowlisted: flag,
  api_service: text,
  source: text,
  similarity_percentage: number,
  match_image_url: text,
  front_image_url: text,
  phone_number: text,
  email: text,
  match_type: text,
  match_source: text,
  match_mode: text,
  matched_value: text,
  confidence: number,
  device_info: map,
  location_info: map,
})
export type Match = z.infer<typeof Match>

export const Point = loose({ latitude: number, longitude: number }).nullish()

export const ParsedAddress = loose({
  address_type: text,
  street_1: text,
  street_2: text,
  city: text,
  region: text,
  postal_code: text,
  country: text,
  is_verified: flag,
  formatted_address: text,
  document_location: Point,
  raw_results: anything,
}).nullish()

export const DocumentMetadata = loose({
  file_size: number,
  content_type: text,
  creation_date: text,
  modified_date: text,
  creator: text,
  producer: text,
  is_signed: flag,
  is_tampered: flag,
  processed_by_known_editor: flag,
  has_different_creation_mod_date: flag,
  overlay_manipulation: map,
}).nullish()

export const Lifecycle = loose({ type: text, timestamp: text, details: anything, fee: number })

export const FeatureStatus = loose({ feature: text, status: text, node_id: text })
