import type { FeatureKind } from '@verdict/contract/session'
import { wordsOf } from '../model/words.ts'

const matches = [
  'Same face elsewhere',
  'Same document elsewhere',
  'Same number elsewhere',
  'Same address elsewhere',
  'Same address or device elsewhere',
]

/** What the sections call fields whose name is not simply the field's own in words. */
const labels: Readonly<Partial<Record<FeatureKind, Readonly<Record<string, readonly string[]>>>>> = {
  identityDocument: {
    firstName: ['Given names'],
    lastName: ['Family name'],
    gender: ['Sex'],
    documentNumber: ['Document no.'],
    personalNumber: ['Personal no.'],
    expirationDate: ['Valid until'],
    dateOfIssue: ['Issued'],
    mrz: ['Machine-readable lines'],
    extraFields: ['Further fields on the document'],
    frontImageQualityScore: ['Picture quality, front'],
    frontImageCameraFrontFaceMatchScore: ['Face of the capture'],
  },
  liveness: { referenceImage: ['Selfie'], videoUrl: ['Video'], ageEstimation: ['Estimated age'], faceLuminance: ['Light on the face'] },
  faceMatch: { sourceImage: ['Compared'], targetImage: ['With'] },
  proofOfAddress: {
    documentFile: ['File'],
    documentType: ['Kind'],
    issuingState: ['Country'],
    issueDate: ['Issued'],
    expirationDate: ['Valid until'],
    documentLanguage: ['Language'],
    nameOnDocument: ['Name'],
    nameMatchScoreExpectedDetails: ['Name and form'],
    nameMatchScoreIdVerification: ['Name and ID'],
    poaAddress: ['Address'],
    expectedDetailsAddress: ['Address on form'],
    documentMetadata: ['The file'],
  },
  phone: { fullNumber: ['Number'], isVirtual: ['Internet number'], isDisposable: ['Disposable'], verificationAttempts: ['Attempts'] },
  email: {
    email: ['Address'],
    isBreached: ['In a data leak'],
    breaches: ['Known data leaks'],
    isDisposable: ['Disposable'],
    isUndeliverable: ['Undeliverable'],
    verificationAttempts: ['Attempts'],
  },
  aml: { screenedData: ['Screened with'] },
  ipAnalysis: {
    ipCountry: ['Place'],
    isp: ['Provider'],
    isVpnOrTor: ['VPN or Tor'],
    isDataCenter: ['Data centre'],
    deviceFingerprint: ['Fingerprint'],
    browserFamily: ['Browser'],
  },
  databaseValidation: { matchType: ['Result'], errors: ['Errors of the sources'] },
  registry: {
    countryCode: ['Country'],
    registeredAddress: ['Address'],
    registrationNumber: ['Registration no.'],
    registryStatus: ['In the registry'],
    isFromRegistry: ['From registry'],
    ownershipStructure: ['Ownership'],
  },
  companyDocuments: { crossCheckResult: ['Cross-check'], documentMetadata: ['The file'] },
  documentAi: { documentMetadata: ['The file'] },
}

/** What rows of a section are called on the page, by the field that they show. */
export function labelsOf(kind: FeatureKind, field: string): readonly string[] {
  if (field === 'matches') return matches
  return labels[kind]?.[field] ?? [wordsOf(field)]
}
