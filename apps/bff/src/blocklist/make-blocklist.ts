import type { Didit } from '@verdict/didit'
import type { Kysely } from 'kysely'
import type { OnRecord } from '../ledger/on-record.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import { adaptSession } from '../sessions/session.adapt.ts'
import type { Database } from '../store/schema.ts'
import { makeBlocklistReasons } from './blocklist.repository.ts'
import type { BlocklistUseCases } from './blocklist.routes.ts'
import type { AskApproval } from '../approvals/ask-approval.ts'
import type { Policies } from '../policy/policies.ts'
import { makeAskRemoval } from './ask-removal.ts'
import { makeAddToBlocklist, makeRemoveFromBlocklist, type RemoveFromBlocklist } from './change-blocklist.ts'
import { makeListBlocklist } from './list-blocklist.ts'

/** Takes things off the blocklist; also for what a second person agreed to. */
export const makeRemoval = (deps: {
  store: Kysely<Database>
  clock: () => number
  didit: Didit
  evidence: EvidenceReader
  onRecord: OnRecord
}): RemoveFromBlocklist => makeRemoveFromBlocklist({ ...deps, reasons: makeBlocklistReasons(deps) })

/** Who a session is about, if it can still be read: entries outlive their sessions. */
const nameFrom = (evidence: Pick<EvidenceReader, 'read'>) => async (sessionId: string) => {
  try {
    const { name, number } = adaptSession((await evidence.read(sessionId, 'cached', 'person')).wire, () => null)
    return { name, number }
  } catch {
    return { name: null, number: null }
  }
}

/** The room put together. */
export const makeBlocklist = (deps: {
  policies: Pick<Policies, 'current'>
  ask: AskApproval
  /** Made before the room, because what was agreed to uses it too. */
  remove: RemoveFromBlocklist

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
    askRemoval: makeAskRemoval({ ...deps, sessionOf: nameFrom(deps.evidence) }),
  }
}
