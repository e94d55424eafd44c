import type { Application } from '../store/application.ts'
import type { Session } from '../store/session.ts'
import { presentDecision } from '../sessions/present.ts'
import type { Presenter } from '../sessions/present.ts'
import type { JsonObject } from '../world/types.ts'

export const WEBHOOK_EVENTS = [
  'status.updated',
  'data.updated',
  'user.status.updated',
  'user.data.updated',
  'business.status.updated',
  'business.data.updated',
  'activity.created',
  'transaction.created',
  'transaction.status.updated',
  'travel_rule.status.updated',
] as const
export type WebhookType = (typeof WEBHOOK_EVENTS)[number]

/** One thing that happened; sent to every destination under the same id. */
export interface WebhookEvent {
  id: string
  type: WebhookType
  application: Application
  /** Epoch ms. */
  createdAt: number
  body: JsonObject
}

const WITH_DECISION = new Set(['Approved', 'Declined', 'In Review', 'Abandoned'])

function sessionFields(session: Session): JsonObject {
  const { facts, decision, extra } = session
  const fields: JsonObject = {
    session_id: facts.sessionId,
    status: facts.status,
    workflow_id: facts.workflowId,
    workflow_version: extra.workflowVersion,
    environment: decision['environment'] ?? 'live',
  }
  if (facts.vendorData !== null) fields['vendor_data'] = facts.vendorData
  const metadata = decision['metadata']
  if (metadata !== undefined && metadata !== null) fields['metadata'] = metadata
  if (facts.kind === 'business') Object.assign(fields, { session_kind: 'business', business_session_id: facts.sessionId })
  return fields
}

export interface ResubmitInfo {
  nodes_to_resubmit: JsonObject[]
  reasons: JsonObject
}

/** Body of `status.updated` for a session as it stands now. */
export function statusUpdated(session: Session, presenter: Presenter, resubmit?: ResubmitInfo): JsonObject {
  const body = sessionFields(session)
  if (WITH_DECISION.has(session.facts.status)) body['decision'] = presentDecision(session, presenter)
  if (resubmit !== undefined) body['resubmit_info'] = { ...resubmit }
  return body
}

/** Body of `data.updated`. */
export function dataUpdated(session: Session, trigger: 'manual_review' | 'console_registry_edit'): JsonObject {
  return { ...sessionFields(session), trigger }
}
