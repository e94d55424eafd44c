import type { FeatureKind } from '@verdict/contract/session'
import { faceMatch, liveness, nfc } from './biometrics.ts'
import { companyDocuments, documentAi, registry } from './company.ts'
import { email, phone } from './contact.ts'
import { documentData } from './document-data.ts'
import { documentPicture } from './document-picture.ts'
import { proofOfAddress } from './proof-of-address.ts'
import type { RiskFamily } from './risk-entry.types.ts'
import { aml, databaseValidation, ipAnalysis } from './screening.ts'

/** All that we can explain, by check and code. Loaded apart: see `catalogue.store.ts`. */
export const riskBook: Readonly<Partial<Record<FeatureKind, RiskFamily>>> = {
  identityDocument: { ...documentPicture, ...documentData },
  nfc,
  liveness,
  ageEstimation: liveness,
  faceMatch,
  proofOfAddress,
  phone,
  email,
  aml,
  ipAnalysis,
  databaseValidation,
  documentAi,
  registry,
  companyDocuments,
}
