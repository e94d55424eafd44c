import type { Didit } from '@verdict/didit'
import type { Kysely } from 'kysely'
import type { OnRecord } from '../ledger/on-record.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import type { Database } from '../store/schema.ts'
import { makeBlocklistReasons } from './blocklist.repository.ts'
import type { BlocklistUseCases } from './blocklist.routes.ts'
import { makeAddToBlocklist, makeRemoveFromBlocklist } from './change-blocklist.ts'
import { makeListBlocklist } from './list-blocklist.ts'

/** The room put together. */
export const makeBlocklist = (deps: {
  store: Kysely<Database>
  clock: () => number
  didit: Didit
  evidence: EvidenceReader
  onRecord: OnRecord
}): BlocklistUseCases => {
  const reasons = makeBlocklistReasons(deps)
  return {
    listBlocklist: makeListBlocklist({ ...deps, reasons }),
    addToBlocklist: makeAddToBlocklist({ ...deps, reasons }),
    removeFromBlocklist: makeRemoveFromBlocklist({ ...deps, reasons }),
  }
}
