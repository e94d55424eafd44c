import { z } from 'zod'
import { Flag, listOf, Num, objectOr, Raw, Text, Texts } from './leniency.ts'
import { MediaLink } from './media.ts'

/*
 * What the web lays out for each kind of check. Every shape is loose: a field that is not named here stays
 * in the object and is shown in a plain list below the known ones.
 */

const Media = objectOr(MediaLink)
const Quality = objectOr(
  z.looseObject({
    focusScore: Num,
    brightnessScore: Num,
    brightnessIssue: Text,
    resolutionScore: Num,
    overallScore: Num,
    isDocumentFullyVisible: Flag,
  }),
)

/** Another session that shares something with this one. */
export const Match = z.looseObject({
  sessionId: Text,
  sessionNumber: Num,
  vendorData: Text,
  status: Text,
  source: Text,
  similarityPercentage: Num,
  isBlocklisted: Flag,
  isAllowlisted: Flag,
  matchType: Text,
  matchMode: Text,
  confidence: Num,
  verificationDate: Text,
  userDetails: objectOr(z.looseObject({ name: Text, documentType: Text, documentNumber: Text })),
  matchImageUrl: Media,
  frontImageUrl: Media,
})
const Matches = listOf(Match)

export const IdentityDocumentData = z.looseObject({
  documentType: Text,
  documentSubtype: Text,
  documentNumber: Text,
  personalNumber: Text,
  firstName: Text,
  lastName: Text,
  fullName: Text,
  dateOfBirth: Text,
  age: Num,
  gender: Text,
  nationality: Text,
  maritalStatus: Text,
  placeOfBirth: Text,
  issuingState: Text,
  issuingStateName: Text,
  dateOfIssue: Text,
  expirationDate: Text,
  address: Text,
  formattedAddress: Text,
  parsedAddress: Raw,
  extraFields: Raw,
  mrz: objectOr(z.looseObject({ mrzString: Text, errors: Raw, warnings: Raw })),
  portraitImage: Media,
  frontImage: Media,
  backImage: Media,
  frontImageQualityScore: Quality,
  backImageQualityScore: Quality,
  frontImageCameraFrontFaceMatchScore: Num,
  backImageCameraFrontFaceMatchScore: Num,
  matches: Matches,
})

export const NfcData = z.looseObject({
  chipData: objectOr(
    z.looseObject({
      documentType: Text,
      issuingCountry: Text,
      documentNumber: Text,
      expirationDate: Text,
      firstName: Text,
      lastName: Text,
      birthDate: Text,
      gender: Text,
      nationality: Text,
      address: Text,
      placeOfBirth: Text,
    }),
  ),
  authenticity: objectOr(z.looseObject({ sodIntegrity: Flag, dgIntegrity: Flag })),
  certificateSummary: objectOr(
    z.looseObject({ issuer: Text, subject: Text, serialNumber: Text, notValidBefore: Text, notValidAfter: Text }),
  ),
  portraitImage: Media,
  signatureImage: Media,
})

export const LivenessData = z.looseObject({
  method: Text,
  /** 0–100. */
  score: Num,
  referenceImage: Media,
  videoUrl: Media,
  ageEstimation: Num,
  faceQuality: Num,
  faceLuminance: Num,
  matches: Matches,
})

export const FaceMatchData = z.looseObject({
  /** 0–100. */
  score: Num,
  sourceImage: Media,
  targetImage: Media,
  sourceImageSessionId: Text,
})

export const ProofOfAddressData = z.looseObject({
  documentFile: Media,
  issuingState: Text,
  documentType: Text,
  issuer: Text,
  issueDate: Text,
  expirationDate: Text,
  documentLanguage: Text,
  nameOnDocument: Text,
  nameMatchScoreExpectedDetails: Num,
  nameMatchScoreIdVerification: Num,
  poaAddress: Text,
  poaFormattedAddress: Text,
  poaParsedAddress: Raw,
  expectedDetailsAddress: Text,
  extraFields: Raw,
  documentMetadata: Raw,
})

const Lifecycle = listOf(z.looseObject({ type: Text, timestamp: Text, details: Raw, fee: Num }))

export const PhoneData = z.looseObject({
  fullNumber: Text,
  countryCode: Text,
  countryName: Text,
  carrier: objectOr(z.looseObject({ name: Text, type: Text })),
  isDisposable: Flag,
  isVirtual: Flag,
  verificationMethod: Text,
  verificationAttempts: Num,
  verifiedAt: Text,
  lifecycle: Lifecycle,
  matches: Matches,
})

export const EmailData = z.looseObject({
  email: Text,
  isBreached: Flag,
  breaches: Raw,
  isDisposable: Flag,
  isUndeliverable: Flag,
  verificationAttempts: Num,
  verifiedAt: Text,
  lifecycle: Lifecycle,
  matches: Matches,
})

export const amlReviewStates = ['Unreviewed', 'Confirmed Match', 'False Positive', 'Inconclusive'] as const

export const AmlHit = z.looseObject({
  id: Text,
  caption: Text,
  /** 0–100: how sure Didit is that it is this person. */
  matchScore: Num,
  /** 0–100: how bad the listing is. */
  riskScore: Num,
  reviewStatus: Text,
  datasets: Texts,
  scoreBreakdown: Raw,
  pepMatches: Raw,
  sanctionMatches: Raw,
  warningMatches: Raw,
  adverseMediaMatches: Raw,
  linkedEntities: Raw,
  properties: Raw,
  url: Text,
})
export type AmlHit = z.infer<typeof AmlHit>

export const AmlData = z.looseObject({
  totalHits: Num,
  entityType: Text,
  score: Num,
  screenedData: Raw,
  isOngoingMonitoringEnabled: Flag,
  nextOngoingMonitoringBillDate: Text,
  hits: listOf(AmlHit),
})

const Distance = objectOr(z.looseObject({ location: Raw }))

export const IpAnalysisData = z.looseObject({
  ipAddress: Text,
  ipCountry: Text,
  ipCountryCode: Text,
  ipState: Text,
  ipCity: Text,
  isp: Text,
  organization: Text,
  isVpnOrTor: Flag,
  isDataCenter: Flag,
  timeZone: Text,
  timeZoneOffset: Text,
  deviceBrand: Text,
  deviceModel: Text,
  platform: Text,
  osFamily: Text,
  browserFamily: Text,
  deviceFingerprint: Text,
  locationsInfo: objectOr(z.looseObject({ ip: Distance, idDocument: Distance, poaDocument: Distance })),
  matches: Matches,
})

export const DatabaseValidationData = z.looseObject({
  issuingState: Text,
  validationType: Text,
  matchType: Text,
  screenedData: Raw,
  validations: listOf(
    z.looseObject({ serviceId: Text, serviceName: Text, validation: Raw, outcomeCode: Text, outcomeDetail: Text, sourceData: Raw }),
  ),
  errors: Raw,
})

export const QuestionnaireData = z.looseObject({
  title: Text,
  sections: listOf(
    z.looseObject({
      title: Text,
      items: listOf(
        z.looseObject({
          uuid: Text,
          elementType: Text,
          title: Text,
          isRequired: Flag,
          choices: Raw,
          answer: objectOr(z.looseObject({ value: Raw, text: Text, files: Raw })),
        }),
      ),
    }),
  ),
})

export const DocumentAiData = z.looseObject({
  items: listOf(
    z.looseObject({
      documentKey: Text,
      originalFilename: Text,
      fileUrl: Media,
      status: Text,
      extractedData: Raw,
      fields: Raw,
      documentMetadata: Raw,
      crossCheckResult: Raw,
    }),
  ),
})

export const OtherData = z.looseObject({})
