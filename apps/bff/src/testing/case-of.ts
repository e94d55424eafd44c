import { permissionsOf } from '@verdict/contract/access'
import { SessionDetail } from '@verdict/contract/case'
import type { JsonObject } from '@verdict/contract/json'
import { noPastAsks } from '../sessions/past-asks.ts'
import { sessionActions } from '../sessions/session-actions.ts'
import { adaptSession } from '../sessions/session.adapt.ts'

/** The case that a senior would get for this answer of Didit's, adapted and checked. Throws when it breaks the contract. */
export function caseOf(decision: JsonObject): SessionDetail {
  const session = adaptSession(decision, () => null)
  return SessionDetail.parse({
    ...session,
    evidenceHash: '0'.repeat(64),
    asOf: '2026-01-15T09:00:00Z',
    stale: false,
    decision: null,
    awaiting: null,
    lease: null,
    actions: sessionActions(session, permissionsOf(['senior']), noPastAsks),
  })
}
