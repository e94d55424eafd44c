import { z } from 'zod'
import { Flag, listOf, Num, objectOr, Raw, Text, Texts } from './leniency.ts'
import { MediaLink } from './media.ts'

/* The company kinds; loose like the rest (see `feature-data.ts`). */

const Media = objectOr(MediaLink)

export const RegistryData = z.looseObject({
  company: objectOr(
    z.looseObject({
      uuid: Text,
      companyName: Text,
      registrationNumber: Text,
      countryCode: Text,
      registryStatus: Text,
      verificationStatus: Text,
      companyType: Text,
      incorporationDate: Text,
      registeredAddress: Raw,
      taxNumber: Text,
      riskLevel: Text,
      vatValidationStatus: Text,
      officers: Raw,
      beneficialOwners: Raw,
      registryData: Raw,
      userProvidedData: Raw,
      isFromRegistry: Flag,
    }),
  ),
  ownershipStructure: Raw,
})

export const CompanyDocumentsData = z.looseObject({
  items: listOf(
    z.looseObject({
      uuid: Text,
      documentType: Text,
      documentGroup: Text,
      documentSubtype: Text,
      fileUrl: Media,
      status: Text,
      crossCheckResult: Raw,
      documentMetadata: Raw,
      ocrData: Raw,
      isRequested: Flag,
      isConfirmed: Flag,
    }),
  ),
  groups: Raw,
  requiredGroups: Texts,
})

/** A person or company behind a company, with the session in which they were checked. */
export const KeyParty = z.looseObject({
  name: Text,
  fullName: Text,
  companyName: Text,
  firstName: Text,
  lastName: Text,
  roles: Texts,
  kycSessionId: Text,
  kybSubSessionId: Text,
  kycStatus: Text,
  status: Text,
  effectiveOwnershipPercent: Num,
})

export const KeyPeopleData = z.looseObject({
  registry: objectOr(z.looseObject({ officers: listOf(KeyParty), beneficialOwners: listOf(KeyParty) })),
  submitted: objectOr(z.looseObject({ parties: listOf(KeyParty) })),
  uboKycSummary: objectOr(z.looseObject({ total: Num, approved: Num, flagged: Num, pending: Num })),
})
