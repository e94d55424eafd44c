import { derivedUuid, isoMicros } from '../store/ids.ts'
import type { Session } from '../store/session.ts'
import type { JsonObject } from '../world/types.ts'
import type { Presenter } from './present.ts'
import { presentDecision } from './present.ts'
import { featureNames, stepItems, stepOfFeature } from './steps.ts'
import { objectsAt, wordAt } from '../json-value.ts'

const PRICES: Readonly<Record<string, string>> = { AML: '0.2000', POA: '0.5000', PHONE: '0.1000', DATABASE_VALIDATION: '0.2500' }

function events(session: Session): JsonObject[] {
  const { facts, decision, reviews } = session
  const event = (name: string, at: number, data: JsonObject = {}): JsonObject => ({
    uuid: derivedUuid('event', facts.sessionId, name, at),
    event_type: name,
    created_at: isoMicros(at),
    data,
  })
  const steps = stepItems(decision).map(({ step, item }, position) =>
    event(`${step.feature}_FINISHED`, facts.createdAt + (position + 1) * 20_000, {
      node_id: item['node_id'] ?? null,
      status: item['status'] ?? null,
    }),
  )
  const changes = reviews
    .filter((entry) => entry['activity_type'] === 'STATUS_UPDATED' && entry['previous_status'] !== null)
    .map((entry) => event('STATUS_UPDATED', Date.parse(wordAt(entry, 'created_at')), { status: entry['new_status'] ?? null }))
  return [event('SESSION_CREATED', facts.createdAt), ...steps, ...changes]
}

/** The `?include=events` variant: more about the session, without `session_kind`, features as objects. */
export function decisionWithEvents(session: Session, presenter: Presenter): JsonObject {
  const { facts, extra, decision } = session
  const { session_kind: _, ...rest } = presentDecision(session, presenter)
  const { lists } = presenter.application
  const features = featureNames(decision)
  return {
    ...rest,
    features: features.map((feature) => {
      const step = stepOfFeature(feature)
      const item = step === undefined ? undefined : objectsAt(decision, step.array)[0]
      return {
        feature: feature === 'EMAIL_VERIFICATION' ? 'EMAIL' : feature,
        node_id: item?.['node_id'] ?? `feature_${feature.toLowerCase()}`,
      }
    }),
    events: events(session),
    activity_reviews: session.reviews.toReversed(),
    blocklisted: {
      face: lists.isSessionBlocked('face', facts.sessionId),
      document: lists.isSessionBlocked('document', facts.sessionId),
      phone: lists.isSessionBlocked('phone', facts.sessionId),
      email: lists.isSessionBlocked('email', facts.sessionId),
    },
    cost_breakdown: features.map((feature) => ({ feature, price: PRICES[feature] ?? '0.0500' })),
    workflow_type: 'kyc',
    workflow_version: extra.workflowVersion,
    workflow_version_id: derivedUuid('workflow version', facts.workflowId, extra.workflowVersion),
    api_service: extra.sessionType === 'API' ? (features[0] ?? null) : null,
    session_type: extra.sessionType,
    has_device_nfc_support: objectsAt(decision, 'nfc_verifications').length > 0,
  }
}
