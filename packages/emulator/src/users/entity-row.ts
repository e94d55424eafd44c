import { objectAt, objectsAt, textAt } from '../json-value.ts'
import { featureNames, featureStatus } from '../sessions/steps.ts'
import { isoSeconds } from '../store/ids.ts'
import type { Application } from '../store/application.ts'
import type { EntityStore } from '../store/entity-store.ts'
import type { Json, JsonObject, SessionFacts } from '../world/types.ts'

/** Didit decides what a profile shows from its newest sessions; this many are opened. */
const OPENED = 3

const countOf = (sessions: SessionFacts[], status: string): number => sessions.filter((facts) => facts.status === status).length

export interface EntityView {
  sessions: SessionFacts[]
  /** Decisions of the newest few. */
  decisions: JsonObject[]
  features: Record<string, string>
  fields: Record<string, Json>
}

export function viewOf(application: Application, entities: EntityStore, vendorData: string): EntityView {
  const sessions = entities.sessionsOf(vendorData)
  const decisions = sessions
    .slice(0, OPENED)
    .map(({ sessionId }) => application.sessions.read(sessionId)?.decision)
    .filter((decision) => decision !== undefined)
  const features: Record<string, string> = {}
  const newest = decisions[0]
  if (newest !== undefined) for (const feature of featureNames(newest)) features[feature] = featureStatus(newest, feature)
  return { sessions, decisions, features, fields: entities.edit(vendorData)?.fields ?? {} }
}

/** Keys that people and businesses share. */
export function commonRow(entities: EntityStore, vendorData: string, view: EntityView, now: number): JsonObject {
  const { sessions, fields, features } = view
  const edit = entities.edit(vendorData)
  const at = (facts: SessionFacts | undefined): string | null => (facts === undefined ? null : isoSeconds(facts.createdAt))
  const created = edit?.createdAt ?? sessions.at(-1)?.createdAt ?? now
  return {
    didit_internal_id: entities.internalId(vendorData),
    vendor_data: vendorData,
    display_name: fields['display_name'] ?? null,
    status: edit?.status ?? 'ACTIVE',
    session_count: sessions.length,
    approved_count: countOf(sessions, 'Approved'),
    declined_count: countOf(sessions, 'Declined'),
    in_review_count: countOf(sessions, 'In Review'),
    features,
    features_list: Object.entries(features).map(([feature, status]) => ({ feature, status })),
    last_session_at: at(sessions[0]),
    first_session_at: at(sessions.at(-1)),
    last_activity_at: at(sessions[0]) ?? isoSeconds(created),
    tags: [],
    created_at: isoSeconds(created),
  }
}

/** Keys of the detail alone. */
export function detailKeys(entities: EntityStore, vendorData: string, view: EntityView, row: JsonObject): JsonObject {
  const edit = entities.edit(vendorData)
  return {
    metadata: view.fields['metadata'] ?? {},
    updated_at: edit?.updatedAt === undefined || edit.updatedAt === null ? (row['last_activity_at'] ?? null) : isoSeconds(edit.updatedAt),
  }
}

export function userRow(application: Application, vendorData: string, now: number): JsonObject {
  const entities = application.users
  const view = viewOf(application, entities, vendorData)
  const documents = view.decisions.flatMap((decision) => objectsAt(decision, 'id_verifications'))
  const texts = (key: string): string[] => [...new Set(documents.flatMap((item) => textAt(item, key) ?? []))]
  const approved = (array: string, key: string): string[] => [
    ...new Set(
      view.decisions
        .flatMap((decision) => objectsAt(decision, array))
        .filter((item) => item['status'] === 'Approved')
        .flatMap((item) => textAt(item, key) ?? []),
    ),
  ]
  const common = commonRow(entities, vendorData, view, now)
  const fullName = view.fields['full_name'] ?? texts('full_name')[0] ?? view.sessions[0]?.name ?? null
  return {
    ...common,
    full_name: fullName,
    date_of_birth: view.fields['date_of_birth'] ?? texts('date_of_birth')[0] ?? null,
    effective_name: common['display_name'] ?? fullName,
    portrait_image_url: texts('portrait_image')[0] ?? null,
    issuing_states: view.fields['issuing_states'] ?? texts('issuing_state'),
    approved_emails: view.fields['approved_emails'] ?? approved('email_verifications', 'email'),
    approved_phones: view.fields['approved_phones'] ?? approved('phone_verifications', 'full_number'),
  }
}

export function userDetail(application: Application, vendorData: string, now: number): JsonObject {
  const row = userRow(application, vendorData, now)
  const view = viewOf(application, application.users, vendorData)
  const comments = (application.users.edit(vendorData)?.comments ?? []).map(({ previous, next, at }, position) => ({
    uuid: application.users.internalId(`${vendorData} comment ${position}`),
    comment_type: 'STATUS_CHANGED',
    comment: null,
    actor_email: null,
    actor_name: null,
    previous_status: previous,
    new_status: next,
    previous_value: null,
    new_value: null,
    changed_fields: [],
    metadata: null,
    mentioned_emails: [],
    created_at: isoSeconds(at),
  }))
  return { ...row, ...detailKeys(application.users, vendorData, view, row), comments: comments.toReversed() }
}

export function businessRow(application: Application, vendorData: string, now: number): JsonObject {
  const entities = application.businesses
  const view = viewOf(application, entities, vendorData)
  const companies = view.decisions.flatMap((decision) =>
    objectsAt(decision, 'registry_checks').map((check) => objectAt(check, 'company') ?? {}),
  )
  const first = (key: string): string | null => companies.map((company) => textAt(company, key)).find((text) => text !== null) ?? null
  const status =
    { 'In Review': 'In Review', Approved: 'Approved', Declined: 'Declined' }[String(view.sessions[0]?.status)] ?? 'Not Finished'
  const common = commonRow(entities, vendorData, { ...view, features: view.sessions.length === 0 ? {} : { KYB: status } }, now)
  const legalName = view.fields['legal_name'] ?? first('company_name') ?? view.sessions[0]?.name ?? null
  return {
    ...common,
    legal_name: legalName,
    registration_number: view.fields['registration_number'] ?? first('registration_number'),
    country_code: view.fields['country_code'] ?? first('country_code') ?? view.sessions[0]?.country ?? null,
    effective_name: common['display_name'] ?? legalName,
  }
}

export function businessDetail(application: Application, vendorData: string, now: number): JsonObject {
  const row = businessRow(application, vendorData, now)
  return { ...row, ...detailKeys(application.businesses, vendorData, viewOf(application, application.businesses, vendorData), row) }
}
