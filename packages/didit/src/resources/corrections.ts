import { defined, uuid } from '../arguments.ts'
import type { CallOptions } from '../call.ts'
import type { Caller } from '../request.ts'
import { CorrectedRecord } from '../wire/answers.ts'

type Text = string | null | undefined

export interface AddressChanges {
  addressType?: Text
  street1?: Text
  street2?: Text
  city?: Text
  region?: Text
  postalCode?: Text
  /** ISO 3166-1 alpha-2. */
  country?: Text
}

/** Dates are YYYY-MM-DD, `issuingState` alpha-3. A null in `extraFields` removes that key, a null whole clears it. */
export interface IdentityChanges {
  documentType?: Text
  documentSubtype?: Text
  documentNumber?: Text
  personalNumber?: Text
  firstName?: Text
  lastName?: Text
  placeOfBirth?: Text
  address?: Text
  dateOfBirth?: Text
  dateOfIssue?: Text
  expirationDate?: Text
  issuingState?: Text
  gender?: Text
  nationality?: Text
  maritalStatus?: Text
  extraFields?: Readonly<Record<string, unknown>> | null | undefined
  parsedAddress?: AddressChanges | undefined
}

export interface ProofOfAddressChanges {
  issuingState?: Text
  documentType?: Text
  documentLanguage?: Text
  issuer?: Text
  issueDate?: Text
  poaAddress?: Text
  nameOnDocument?: Text
  extraFields?: Readonly<Record<string, unknown>> | null | undefined
  poaParsedAddress?: AddressChanges | undefined
}

export interface CompanyChanges {
  companyName?: Text
  registrationNumber?: Text
  countryCode?: Text
  region?: Text
  incorporationDate?: Text
  registrationDate?: Text
  dissolutionDate?: Text
  taxNumber?: Text
  legalAddress?: Text
  companyType?: Text
  registryStatus?: Text
  verificationStatus?: Text
  alternativeNames?: Text
  natureOfBusiness?: Text
  registeredCapital?: Text
  registeredCapitalAmount?: number | null | undefined
  registeredCapitalCurrency?: Text
  website?: Text
  email?: Text
  phone?: Text
  legalEntityIdentifier?: Text
  locationOfRegistration?: Text
  vatNumber?: Text
  controlScheme?: Text
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/(\d)$/, '_$1')

const snakeKeys = (changes: object): Record<string, unknown> =>
  defined(Object.fromEntries(Object.entries(changes).map(([key, value]) => [snake(key), value])))

const address = (changes: AddressChanges | undefined) => changes && snakeKeys(changes)

/** Ten of the first two kinds a minute for the whole company, refused ones included. The session status stays. */
export const makeCorrections = (call: Caller) => ({
  updateData: async (
    input: { sessionId: string; nodeId?: string | undefined; changes: IdentityChanges },
    options?: CallOptions,
  ): Promise<CorrectedRecord> =>
    call.json(
      {
        operation: 'corrections.updateData',
        method: 'PATCH',
        kind: 'edit',
        path: `/v3/session/${uuid('sessionId', input.sessionId)}/update-data/`,
        query: { node_id: input.nodeId },
        body: snakeKeys({ ...input.changes, parsedAddress: address(input.changes.parsedAddress) }),
      },
      CorrectedRecord,
      options,
    ),

  updatePoaData: async (
    input: { sessionId: string; nodeId?: string | undefined; changes: ProofOfAddressChanges },
    options?: CallOptions,
  ): Promise<CorrectedRecord> =>
    call.json(
      {
        operation: 'corrections.updatePoaData',
        method: 'PATCH',
        kind: 'edit',
        path: `/v3/session/${uuid('sessionId', input.sessionId)}/update-poa-data/`,
        query: { node_id: input.nodeId },
        body: snakeKeys({ ...input.changes, poaParsedAddress: address(input.changes.poaParsedAddress) }),
      },
      CorrectedRecord,
      options,
    ),

  /** Didit writes no review entry for this one. */
  updateCompanyData: async (
    input: { sessionId: string; companyUuid: string; changes: CompanyChanges },
    options?: CallOptions,
  ): Promise<CorrectedRecord> =>
    call.json(
      {
        operation: 'corrections.updateCompanyData',
        method: 'PATCH',
        kind: 'write',
        path: `/v3/session/${uuid('sessionId', input.sessionId)}/kyb/${uuid('companyUuid', input.companyUuid)}/update-data/`,
        body: snakeKeys(input.changes),
      },
      CorrectedRecord,
      options,
    ),
})
