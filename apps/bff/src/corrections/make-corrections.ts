import type { Didit } from '@verdict/didit'
import type { Kysely } from 'kysely'
import type { AmlLooks } from '../aml/aml-looks.ts'
import type { OnRecord } from '../ledger/on-record.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import type { Database } from '../store/schema.ts'
import { makeAmlRationales } from './aml-rationales.ts'
import { makeCorrectData } from './correct-data.ts'
import type { CorrectionsUseCases } from './corrections.routes.ts'
import { makeOverrideFeature } from './override-feature.ts'
import { makeReviewAmlHits } from './review-aml-hits.ts'

/** The room put together. */
export const makeCorrections = (deps: {
  store: Kysely<Database>
  clock: () => number
  newId: () => string
  didit: Didit
  evidence: EvidenceReader
  onRecord: OnRecord
  amlLooks: Pick<AmlLooks, 'judged'>
}): CorrectionsUseCases => {
  const rationales = makeAmlRationales(deps)
  return {
    overrideFeature: makeOverrideFeature(deps),
    reviewAmlHits: makeReviewAmlHits({ ...deps, rationales }),
    correctData: makeCorrectData(deps),
    listAmlRationales: rationales.list,
  }
}
