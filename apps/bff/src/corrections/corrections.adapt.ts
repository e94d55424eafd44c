import type { JsonObject } from '@verdict/contract/json'
import { JsonObject as JsonObjectSchema } from '@verdict/contract/json'
import type { Decision as DiditDecision } from '@verdict/didit/wire/decision'
import { isRecord, recordOf, recordsOf, textOf, type JsonRecord } from '../sessions/json-read.ts'

/** Our names of what can be corrected beside Didit's. */
const addressNames = {
  addressType: 'address_type',
  street1: 'street_1',
  street2: 'street_2',
  city: 'city',
  region: 'region',
  postalCode: 'postal_code',
  country: 'country',
} as const

const wireNames = {
  identityDocument: {
    documentType: 'document_type',
    documentSubtype: 'document_subtype',
    documentNumber: 'document_number',
    personalNumber: 'personal_number',
    firstName: 'first_name',
    lastName: 'last_name',
    placeOfBirth: 'place_of_birth',
    address: 'address',
    dateOfBirth: 'date_of_birth',
    dateOfIssue: 'date_of_issue',
    expirationDate: 'expiration_date',
    issuingState: 'issuing_state',
    gender: 'gender',
    nationality: 'nationality',
    maritalStatus: 'marital_status',
    extraFields: 'extra_fields',
    parsedAddress: 'parsed_address',
  },
  proofOfAddress: {
    issuingState: 'issuing_state',
    documentType: 'document_type',
    documentLanguage: 'document_language',
    issuer: 'issuer',
    issueDate: 'issue_date',
    poaAddress: 'poa_address',
    nameOnDocument: 'name_on_document',
    extraFields: 'extra_fields',
    poaParsedAddress: 'poa_parsed_address',
  },
  company: {
    companyName: 'company_name',
    registrationNumber: 'registration_number',
    countryCode: 'country_code',
    region: 'region',
    incorporationDate: 'incorporation_date',
    registrationDate: 'registration_date',
    dissolutionDate: 'dissolution_date',
    taxNumber: 'tax_number',
    legalAddress: 'registered_address',
    companyType: 'company_type',
    registryStatus: 'registry_status',
    verificationStatus: 'verification_status',
    alternativeNames: 'alternative_names',
    natureOfBusiness: 'nature_of_business',
    registeredCapital: 'registered_capital',
    registeredCapitalAmount: 'registered_capital_amount',
    registeredCapitalCurrency: 'registered_capital_currency',
    website: 'website',
    email: 'email',
    phone: 'phone',
    legalEntityIdentifier: 'legal_entity_identifier',
    locationOfRegistration: 'location_of_registration',
    vatNumber: 'vat_number',
    controlScheme: 'control_scheme',
  },
} as const
export type CorrectionTarget = keyof typeof wireNames

const arrays = { identityDocument: 'id_verifications', proofOfAddress: 'poa_verifications', company: 'registry_checks' } as const

export interface CorrectedPlace {
  /** The record as it stands, by Didit's names. */
  before: JsonRecord
  nodeId: string | undefined
  companyId: string | undefined
}

/** The records of this kind in a session; each with the ids that name it to Didit. */
export const placesOf = (wire: DiditDecision, target: CorrectionTarget): CorrectedPlace[] => {
  const lists: JsonRecord = wire
  return recordsOf(lists[arrays[target]]).map((run) => {
    const company = recordOf(run['company'])
    return {
      before: target === 'company' ? company : run,
      nodeId: textOf(run['node_id']) ?? undefined,
      companyId: textOf(company['uuid']) ?? undefined,
    }
  })
}

const json = (value: unknown): JsonObject[string] => {
  const parsed = JsonObjectSchema.safeParse({ value })
  return parsed.success ? (parsed.data['value'] ?? null) : null
}

/** Old and new of each field that a correction names, by our names, for the record. */
export const oldAndNew = (target: CorrectionTarget, before: JsonRecord, values: object): JsonObject => {
  const names: Readonly<Record<string, string>> = wireNames[target]
  const nested: Readonly<Record<string, string>> = addressNames
  const entries = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(
    entries.map(([key, now]): [string, JsonObject] => {
      const old = before[names[key] ?? key]
      if (!isRecord(now)) return [key, { old: json(old), new: json(now) }]
      const inner = Object.keys(now).map((part): [string, JsonObject[string]] => [part, json(recordOf(old)[nested[part] ?? part])])
      return [key, { old: Object.fromEntries(inner), new: json(now) }]
    }),
  )
}
