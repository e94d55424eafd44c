import { z } from 'zod'
import { countries } from './countries.ts'

const threes = new Set(countries.map(({ three }) => three))
const twos = new Set(countries.map(({ two }) => two))
const isAlpha3 = (code: string) => threes.has(code.toUpperCase())
const isAlpha2 = (code: string) => twos.has(code.toUpperCase())

/*
 * What Didit takes for each record, so that its refusals are known here first: a refused correction costs one of ten
 * a minute. Null empties a field.
 */

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Keep it under ${most + 1} characters.`)
    .nullable()
const day = z.iso.date('Write the day as YYYY-MM-DD.').nullable()
const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, `Choose one of ${values.join(', ')}.`)
const upper = (schema: z.ZodString) => schema.transform((code) => code.toUpperCase()).nullable()
const country3 = upper(z.string().refine(isAlpha3, 'Write the country as three letters, for example ESP.'))
const country2 = upper(z.string().refine(isAlpha2, 'Write the country as two letters, for example ES.'))
const extras = z.record(z.string().min(1).max(100), z.json()).nullable()
const address = z.strictObject({
  addressType: words(255).optional(),
  street1: words(255).optional(),
  street2: words(255).optional(),
  city: words(255).optional(),
  region: words(255).optional(),
  postalCode: words(255).optional(),
  country: country2.optional(),
})

export const documentTypes = ['P', 'DL', 'ID', 'RP', 'SSC', 'HIC', 'WP', 'TC', 'VISA', 'PSC', 'BC', 'OTHER'] as const
export const genders = ['M', 'F', 'U'] as const
export const maritalStatuses = ['SINGLE', 'MARRIED', 'DIVORCED', 'WIDOWED', 'UNKNOWN'] as const
export const addressDocumentTypes = [
  'UTILITY_BILL',
  'BANK_STATEMENT',
  'GOVERNMENT_ISSUED_DOCUMENT',
  'OTHER_POA_DOCUMENT',
  'UNKNOWN',
] as const
export const registryVerdicts = ['verified', 'failed', 'unknown'] as const
/** Names under which decisions show some of the document types. */
export const documentAliases: Readonly<Record<string, string>> = {
  Passport: 'P',
  'Identity Card': 'ID',
  "Driver's License": 'DL',
  'Residence Permit': 'RP',
  'Health Insurance Card': 'HIC',
  'Tax Card': 'TC',
}
const documentType = z.preprocess(
  (value) => (typeof value === 'string' ? (documentAliases[value] ?? value) : value),
  choice(documentTypes).nullable(),
)

export const IdentityValues = z.strictObject({
  documentType: documentType.optional(),
  documentSubtype: words(128).optional(),
  documentNumber: words(255).optional(),
  personalNumber: words(255).optional(),
  firstName: words(255).optional(),
  lastName: words(255).optional(),
  placeOfBirth: words(255).optional(),
  address: words(255).optional(),
  dateOfBirth: day.optional(),
  dateOfIssue: day.optional(),
  expirationDate: day.optional(),
  issuingState: country3.optional(),
  gender: choice(genders).nullable().optional(),
  nationality: words(32).optional(),
  maritalStatus: choice(maritalStatuses).optional(),
  extraFields: extras.optional(),
  parsedAddress: address.optional(),
})
export type IdentityValues = z.infer<typeof IdentityValues>

export const ProofOfAddressValues = z.strictObject({
  issuingState: country3.optional(),
  documentType: choice(addressDocumentTypes).optional(),
  documentLanguage: words(50).optional(),
  issuer: words(255).optional(),
  issueDate: day.optional(),
  poaAddress: words(2000).optional(),
  nameOnDocument: words(255).optional(),
  extraFields: extras
    .refine((fields) => {
      const names = fields?.['additional_names']
      return names === undefined || names === null || Array.isArray(names)
    }, 'Write additional_names as a list.')
    .optional(),
  poaParsedAddress: address.optional(),
})
export type ProofOfAddressValues = z.infer<typeof ProofOfAddressValues>

const phonePattern = /^[+\d\s().-]+$/
const digits = (value: string) => value.replaceAll(/\D/g, '').length
const some = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Keep it under ${most + 1} characters.`)
/** A bare domain counts; a host without a dot does not. */
const isWebsite = (value: string) => {
  const link = URL.parse(/^https?:\/\//i.test(value) ? value : `https://${value}`)
  return link !== null && !/\s/.test(value) && /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i.test(link.hostname)
}
export const registryStatuses = [
  'active',
  'dissolved',
  'deregistered',
  'see full details',
  'authorised',
  'appointed representative',
  'unauthorised',
  'inactive',
  'no longer authorised',
  'closed',
  'struck off',
] as const

export const CompanyValues = z.strictObject({
  companyName: some(255).optional(),
  registrationNumber: some(100).optional(),
  countryCode: z
    .string()
    .refine(isAlpha2, 'Write the country as two letters, for example ES.')
    .transform((code) => code.toUpperCase())
    .optional(),
  region: words(10).optional(),
  incorporationDate: z.iso.date('Write the day as YYYY-MM-DD.').optional(),
  registrationDate: day.optional(),
  dissolutionDate: day.optional(),
  taxNumber: some(100).optional(),
  legalAddress: some(2000).optional(),
  companyType: some(100).optional(),
  registryStatus: choice(registryStatuses).nullable().optional(),
  verificationStatus: choice(registryVerdicts).nullable().optional(),
  alternativeNames: some(2000).optional(),
  natureOfBusiness: some(2000).optional(),
  registeredCapital: some(100).optional(),
  registeredCapitalAmount: z.number('Write the amount as a number.').nullable().optional(),
  registeredCapitalCurrency: upper(z.string().regex(/^[A-Za-z]{3}$/, 'Write the currency as three letters, for example EUR.')).optional(),
  website: some(500)
    .refine((value) => value === '' || isWebsite(value), 'This is not a web address.')
    .optional(),
  email: z.email('This is not an e-mail address.').optional(),
  phone: some(50)
    .refine(
      (value) => phonePattern.test(value) && digits(value) >= 7 && digits(value) <= 15,
      'Write 7 to 15 digits, with + and spaces if you like.',
    )
    .optional(),
  legalEntityIdentifier: some(50).optional(),
  locationOfRegistration: some(255).optional(),
  vatNumber: some(64).optional(),
  controlScheme: some(2000).optional(),
})
export type CompanyValues = z.infer<typeof CompanyValues>

/** The values of each target; the desk checks with them before it sends, and the house before Didit is asked. */
export const correctionValues = { identityDocument: IdentityValues, proofOfAddress: ProofOfAddressValues, company: CompanyValues } as const
