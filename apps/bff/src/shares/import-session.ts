import { createHash } from 'node:crypto'
import type { ImportInput } from '@verdict/contract/shares'
import type { Didit } from '@verdict/didit'
import type { OnRecord } from '../ledger/on-record.ts'
import type { Person } from '../lib/person.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import { importProblem } from './shares.errors.ts'

/** Redeems a partner's share token; answers the id of the session that is now ours. */
export const makeImportSession = (deps: {
  didit: Pick<Didit, 'sessions'>
  evidence: Pick<EvidenceReader, 'forget'>
  onRecord: OnRecord
}) => {
  const { didit, evidence, onRecord } = deps
  return async (by: Person, { token, trustReview, workflowId, vendorData }: ImportInput): Promise<string> => {
    const tokenDigest = createHash('sha256').update(token).digest('hex').slice(0, 16)
    const data = { tokenDigest, trustReview, workflowId }
    const { value } = await onRecord(
      { by, action: 'import.made', data },
      (_seq, calls) =>
        didit.sessions.importShared({ shareToken: token, trustReview, workflowId, ...(vendorData ? { vendorData } : {}) }, calls),
      { tell: (made) => ({ sessionId: made.session_id.toLowerCase() }) },
    ).catch((error: unknown) => {
      throw importProblem(error)
    })
    const sessionId = value.session_id.toLowerCase()
    evidence.forget(sessionId)
    return sessionId
  }
}
export type ImportSession = ReturnType<typeof makeImportSession>
