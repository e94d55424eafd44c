import type { SessionDetail } from '@verdict/contract/case'
import type { Finished } from '../lib/finished.ts'
import { showWaiting, type Waiting } from '../approvals/waiting.ts'
import type { Person } from '../lib/person.ts'
import { iso } from '../lib/time.ts'
import type { EvidenceReader } from './evidence.ts'
import { makeFinishedCases } from './finished-cases.ts'
import type { Workflows } from './list-workflows.ts'
import { type OwnAsk, pastAsks } from './past-asks.ts'
import type { RecordView } from './record-view.ts'
import { sessionActions, whileLeased, type SessionActions } from './session-actions.ts'
import { adaptSession } from './session.adapt.ts'

/** Our decision for a session that is under way or was the last, and our resubmissions of it; from the decisions room. */
export type DecisionsOf = (sessionId: string) => Promise<{ last: SessionDetail['decision']; asks: OwnAsk[]; waits: Waiting | null }>

const waiting = { allowed: false, reason: 'A decision waits for a second person. It is answered under Approvals.' }

/** Nobody decides beside a decision that waits. */
const whileWaiting = (waits: boolean, actions: SessionActions): SessionActions =>
  waits ? { ...actions, approve: waiting, decline: waiting, resubmit: { ...actions.resubmit, ...waiting } } : actions

/** Who works on a session now; from the leases room. The same object as long as it is the same lease. */
export type LeaseOf = (sessionId: string) => Promise<SessionDetail['lease']>

/** `GET /api/sessions/:id`: from memory when young, and as it was read before when Didit does not answer. `ahead` is not yet a look. */
export function makeGetSession(deps: {
  evidence: Pick<EvidenceReader, 'read'>
  workflows: Pick<Workflows, 'labels'>
  decisionsOf: DecisionsOf
  leaseOf: LeaseOf
  recordView: RecordView
}) {
  const { evidence, workflows, decisionsOf, leaseOf, recordView } = deps
  const cases = makeFinishedCases()
  return async (person: Person, sessionId: string, { ahead = false } = {}): Promise<Finished<SessionDetail>> => {
    const [read, label] = await Promise.all([evidence.read(sessionId, 'cached'), workflows.labels()])
    const { last, asks, waits } = await decisionsOf(read.sessionId)
    const lease = await leaseOf(read.sessionId)
    const others = lease !== null && lease.holder.id !== person.id ? lease : null
    const parts = [person.permissions, label(read.wire.workflow_id ?? ''), last, asks, waits, waits && person.id, lease, others]
    const finished = cases.get(read, parts, () => {
      const session = { ...adaptSession(read.wire, label), id: read.sessionId }
      return {
        ...session,
        evidenceHash: read.hash,
        asOf: iso(read.asOf),
        stale: read.stale,
        ...showWaiting(waits, last, person),
        lease,
        actions: whileWaiting(
          waits !== null,
          whileLeased(sessionActions(session, person.permissions, pastAsks(read.wire, asks)), others?.holder.name),
        ),
      }
    })
    await recordView(ahead ? 'session.read-ahead' : 'session.viewed', person, read.sessionId, read.hash)
    return finished
  }
}
export type GetSession = ReturnType<typeof makeGetSession>
