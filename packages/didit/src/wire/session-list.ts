import { z } from 'zod'
import { flag, list, loose, map, number, page, text } from './fields.ts'
import { FeatureStatus } from './shared.ts'

/** One row of either kind; a business row has the company fields, a user row the person's. Key rows by kind and id. */
export const SessionRow = loose({
  session_id: z.string(),
  status: z.string(),
  session_kind: text,
  session_number: number,
  session_url: text,
  created_at: text,
  vendor_data: text,
  country: text,
  portrait_image: text,
  document_type: text,
  full_name: text,
  didit_internal_id: text,
  features: list(FeatureStatus),
  phone_number: loose({ number: text, is_verified: flag }).nullish(),
  email_address: loose({ email: text, is_verified: flag }).nullish(),
  additional_details: map,
  workflow_id: text,
  workflow_type: text,
  workflow_label: text,
  company_name: text,
  registration_number: text,
})
export type SessionRow = z.infer<typeof SessionRow>

export const SessionPage = page(SessionRow)
export type SessionPage = z.infer<typeof SessionPage>
