import type { Didit } from '@verdict/didit'
import type { Kysely } from 'kysely'
import type { OnRecord } from '../ledger/on-record.ts'
import type { ShareConsent } from './share-consent.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import type { Database } from '../store/schema.ts'
import { makeImportSession } from './import-session.ts'
import { makeListShares, makeShareSession } from './share-session.ts'
import type { SharesUseCases } from './shares.routes.ts'

/** The room put together. */
export const makeShares = (deps: {
  store: Kysely<Database>
  clock: () => number
  newId: () => string
  didit: Didit
  evidence: EvidenceReader
  onRecord: OnRecord
  consent: ShareConsent
}): SharesUseCases => ({
  shareSession: makeShareSession(deps),
  listShares: makeListShares(deps),
  importSession: makeImportSession(deps),
})
