import type { FeatureOverride } from '@verdict/contract/corrections'
import type { Didit } from '@verdict/didit'
import { signed, type OnRecord } from '../ledger/on-record.ts'
import type { Person } from '../lib/person.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import { sessionActions } from '../sessions/session-actions.ts'
import { adaptSession } from '../sessions/session.adapt.ts'
import { correctionForbidden, noSuchCheck, sameFeatureStatus } from './corrections.errors.ts'

/** Sets the status of one check on the record; the session's own status stays. Answers the ledger entry's number. */
export const makeOverrideFeature = (deps: {
  didit: Pick<Didit, 'features'>
  evidence: Pick<EvidenceReader, 'read' | 'forget'>
  onRecord: OnRecord
}) => {
  const { didit, evidence, onRecord } = deps
  return async (by: Person, sessionId: string, nodeId: string, { status, comment }: FeatureOverride): Promise<number> => {
    const { wire } = await evidence.read(sessionId, 'fresh', 'person')
    const session = adaptSession(wire, () => null)
    const { override } = sessionActions(session, by.permissions)
    if (!override.allowed) throw correctionForbidden(override)
    const named = override.runs.find((each) => each.nodeId === nodeId)
    const run = session.sections.flatMap((section) => section.runs).find((each) => each.id === named?.runId)
    if (!named || !run) throw noSuchCheck()
    if (!named.allowed) throw correctionForbidden(named)
    if (run.status === status) throw sameFeatureStatus(status)
    const data = { nodeId, feature: run.kind, old: run.status, new: status }
    try {
      const { seq } = await onRecord({ by, action: 'feature.overridden', sessionId, reason: comment, data }, (entry, calls) =>
        didit.features.updateStatus({ sessionId, nodeId, newStatus: status, comment: signed(comment, by, entry) }, calls),
      )
      return seq
    } finally {
      evidence.forget(sessionId)
    }
  }
}
export type OverrideFeature = ReturnType<typeof makeOverrideFeature>
