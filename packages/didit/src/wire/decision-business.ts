import { z } from 'zod'
import { anything, flag, list, loose, map, number, scalar, text, texts } from './fields.ts'
import { DocumentMetadata, featureItem, FeatureStatus } from './shared.ts'

/** One officer, owner or submitted party. A child session is opened by `kyc_session_id` or `kyb_sub_session_id`. */
export const Party = loose({
  uuid: text,
  name: text,
  first_name: text,
  last_name: text,
  company_name: text,
  registration_number: text,
  entity_type: text,
  designation: text,
  role: text,
  roles: z.array(z.unknown()).nullish(),
  position: text,
  nationality: text,
  date_of_birth: text,
  address: text,
  email: text,
  phone_number: text,
  is_active: flag,
  is_skipped: flag,
  appointment_date: text,
  termination_date: text,
  ownership_min_shares: scalar,
  ownership_max_shares: scalar,
  effective_ownership_percent: number,
  aml_status: text,
  kyc_status: text,
  kyc_session_id: text,
  kyc_session_status: text,
  kyc_session_url: text,
  kyb_sub_session_id: text,
  kyb_sub_session_status: text,
  kyb_sub_session_url: text,
  kyc_aml_categories: map,
  verification_workflow_features: list(FeatureStatus),
  child_beneficial_owners: z.array(z.unknown()).nullish(),
})
export type Party = z.infer<typeof Party>

export const Company = loose({
  uuid: text,
  company_name: text,
  registration_number: text,
  country_code: text,
  region: text,
  status: text,
  registry_status: text,
  verification_status: text,
  company_type: text,
  incorporation_date: text,
  registered_address: text,
  tax_number: text,
  risk_level: text,
  vat_validation_status: text,
  nature_of_business: text,
  officers: list(Party),
  beneficial_owners: list(Party),
  registry_data: map,
  user_provided_data: map,
  is_from_registry: flag,
  is_editable: flag,
  last_console_edit_at: text,
})
export type Company = z.infer<typeof Company>

export const RegistryCheck = loose({
  ...featureItem,
  company: Company.nullish(),
  ownership_structure: anything,
})
export type RegistryCheck = z.infer<typeof RegistryCheck>

export const DocumentVerification = loose({
  ...featureItem,
  items: list(
    loose({
      uuid: text,
      document_type: text,
      document_subtype: text,
      document_group: text,
      file_url: text,
      original_filename: text,
      file_size: number,
      status: text,
      description: text,
      cross_check_result: map,
      document_metadata: DocumentMetadata,
      is_requested: flag,
      is_console_upload: flag,
      is_confirmed: flag,
      ocr_data: map,
      created_at: text,
    }),
  ),
  groups: map,
  required_groups: texts,
})
export type DocumentVerification = z.infer<typeof DocumentVerification>

export const KeyPeopleCheck = loose({
  ...featureItem,
  registry: loose({ officers: list(Party), beneficial_owners: list(Party) }).nullish(),
  submitted: loose({ parties: list(Party) }).nullish(),
  ubo_kyc_summary: loose({ total: number, approved: number, flagged: number, pending: number }).nullish(),
})
export type KeyPeopleCheck = z.infer<typeof KeyPeopleCheck>
