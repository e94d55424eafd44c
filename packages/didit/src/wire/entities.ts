import { z } from 'zod'
import { anything, list, loose, map, number, page, text, texts } from './fields.ts'
import { FeatureStatus } from './shared.ts'

const entity = {
  didit_internal_id: text,
  vendor_data: text,
  display_name: text,
  effective_name: text,
  status: z.string(),
  session_count: number,
  approved_count: number,
  declined_count: number,
  in_review_count: number,
  features: map,
  features_list: list(FeatureStatus),
  last_session_at: text,
  first_session_at: text,
  last_activity_at: text,
  tags: list(map),
  metadata: anything,
  created_at: text,
  updated_at: text,
}

/** A person behind one `vendor_data`. The detail adds `metadata`, `comments` and link-shaped `tags`. */
export const User = loose({
  ...entity,
  full_name: text,
  date_of_birth: text,
  portrait_image_url: text,
  issuing_states: texts,
  approved_emails: texts,
  approved_phones: texts,
  comments: list(map),
})
export type User = z.infer<typeof User>
export const UserPage = page(User)
export type UserPage = z.infer<typeof UserPage>

export const Business = loose({ ...entity, legal_name: text, registration_number: text, country_code: text })
export type Business = z.infer<typeof Business>
export const BusinessPage = page(Business)
export type BusinessPage = z.infer<typeof BusinessPage>
