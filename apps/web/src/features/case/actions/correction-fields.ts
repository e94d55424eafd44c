import {
  addressDocumentTypes,
  documentAliases,
  documentTypes,
  genders,
  maritalStatuses,
  registryStatuses,
  registryVerdicts,
} from '@verdict/contract/correction-values'
import type { DataCorrection } from '@verdict/contract/corrections'
import { countries } from '@verdict/contract/countries'
import { wordsOf } from '../model/words.ts'

export interface CorrectionField {
  /** Our key; a dot leads into an address. */
  key: string
  label: string
  /** `day` is written as YYYY-MM-DD, `choice` picks among `options`. */
  control: 'text' | 'long' | 'day' | 'number' | 'choice'
  options?: readonly { value: string; label: string }[]
  /** Other keys under which the record holds the present value. */
  from?: readonly string[]
}

export interface CorrectionForm {
  title: string
  fields: readonly CorrectionField[]
  /** Made by Didit of other fields. */
  derived: readonly { key: string; label: string; of: string }[]
  /** The data counts against the ten a minute of the whole company. */
  rationed: boolean
}

const text = (key: string, label: string): CorrectionField => ({ key, label, control: 'text' })
const day = (key: string, label: string): CorrectionField => ({ key, label, control: 'day' })
const choice = (key: string, label: string, options: CorrectionField['options'] = []): CorrectionField => ({
  key,
  label,
  control: 'choice',
  options,
})
const worded = (values: readonly string[], words: Readonly<Record<string, string>> = {}) =>
  values.map((value) => ({ value, label: words[value] ?? wordsOf(value.toLowerCase()) }))

const regions = new Intl.DisplayNames(['en-GB'], { type: 'region', fallback: 'code' })
const named = (code: (country: { three: string; two: string }) => string) =>
  countries
    .map((country) => ({ value: code(country), label: `${regions.of(country.two) ?? country.two} (${code(country)})` }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'))
const threes = named(({ three }) => three)
const twos = named(({ two }) => two)

const shortNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(documentAliases).map(([label, code]) => [code, label])),
  SSC: 'Social security card',
  WP: 'Work permit',
  VISA: 'Visa',
  PSC: 'Public services card',
  BC: 'Birth certificate',
}

const address = (key: string): CorrectionField[] => [
  text(`${key}.street1`, 'Street'),
  text(`${key}.street2`, 'Street, second line'),
  text(`${key}.city`, 'City'),
  text(`${key}.region`, 'Region'),
  text(`${key}.postalCode`, 'Postal code'),
  choice(`${key}.country`, 'Country of address', twos),
]

/** What can be corrected of each record, in the order in which it is read. */
export const correctionForms: Readonly<Record<DataCorrection['target'], CorrectionForm>> = {
  identityDocument: {
    title: 'Correct the data of the document',
    rationed: true,
    fields: [
      text('firstName', 'Given names'),
      text('lastName', 'Family name'),
      day('dateOfBirth', 'Date of birth'),
      choice('gender', 'Sex', worded(genders, { M: 'Male (M)', F: 'Female (F)', U: 'Unknown (U)' })),
      text('nationality', 'Nationality'),
      text('placeOfBirth', 'Place of birth'),
      choice('maritalStatus', 'Marital status', worded(maritalStatuses)),
      choice('documentType', 'Kind of document', worded(documentTypes, shortNames)),
      text('documentSubtype', 'Subtype'),
      text('documentNumber', 'Document no.'),
      text('personalNumber', 'Personal no.'),
      choice('issuingState', 'Issuing state', threes),
      day('dateOfIssue', 'Issued'),
      day('expirationDate', 'Valid until'),
      text('address', 'Address, as printed'),
      ...address('parsedAddress'),
    ],
    derived: [
      { key: 'fullName', label: 'Full name', of: 'given names and family name' },
      { key: 'issuingStateName', label: 'Name of the state', of: 'the issuing state' },
      { key: 'formattedAddress', label: 'Address in one line', of: 'the parts of the address' },
    ],
  },
  proofOfAddress: {
    title: 'Correct the data of the proof of address',
    rationed: true,
    fields: [
      text('nameOnDocument', 'Name on it'),
      choice('documentType', 'Kind of document', worded(addressDocumentTypes)),
      text('issuer', 'Issuer'),
      day('issueDate', 'Issued'),
      choice('issuingState', 'Issuing state', threes),
      text('documentLanguage', 'Language'),
      { ...text('poaAddress', 'Address, as printed'), control: 'long' },
      ...address('poaParsedAddress'),
    ],
    derived: [{ key: 'poaFormattedAddress', label: 'Address in one line', of: 'the parts of the address' }],
  },
  company: {
    title: 'Correct the data of the company',
    rationed: false,
    fields: [
      text('companyName', 'Name'),
      { ...text('alternativeNames', 'Other names'), control: 'long' },
      text('registrationNumber', 'Registration no.'),
      choice('countryCode', 'Country', twos),
      text('region', 'Region'),
      text('locationOfRegistration', 'Registered at'),
      { ...text('legalAddress', 'Registered address'), control: 'long', from: ['registeredAddress'] },
      text('companyType', 'Legal form'),
      day('incorporationDate', 'Incorporated'),
      day('registrationDate', 'Registered'),
      day('dissolutionDate', 'Dissolved'),
      choice('registryStatus', 'State in the registry', worded(registryStatuses)),
      choice('verificationStatus', 'Verification', worded(registryVerdicts)),
      text('taxNumber', 'Tax number'),
      text('vatNumber', 'VAT number'),
      text('legalEntityIdentifier', 'LEI'),
      { ...text('natureOfBusiness', 'Business'), control: 'long' },
      text('registeredCapital', 'Capital, as written'),
      { ...text('registeredCapitalAmount', 'Capital, amount'), control: 'number' },
      text('registeredCapitalCurrency', 'Capital, currency'),
      text('website', 'Website'),
      text('email', 'E-mail'),
      text('phone', 'Phone'),
      { ...text('controlScheme', 'Control'), control: 'long' },
    ],
    derived: [],
  },
}
