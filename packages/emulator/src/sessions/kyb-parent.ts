import { isObject, objectAt, objectsAt, wordAt } from '../json-value.ts'
import { recordActivity, SYSTEM } from '../reviews/activity.ts'
import type { Application } from '../store/application.ts'
import type { Session } from '../store/session.ts'
import { statusUpdated } from '../webhooks/webhook-event.ts'
import type { Json, JsonObject } from '../world/types.ts'
import type { DecideContext } from './session-status.ts'
import { setStatus } from './session-status.ts'
import { outcomeOf } from './steps.ts'

/** Parents are looked for among this many of the newest businesses. */
const REACH = 400

const parents = new WeakMap<Application, Map<string, Set<string>>>()

/** Every object below `value` that names a child session of a person. */
function parties(value: Json | undefined): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(parties)
  if (!isObject(value)) return []
  const own = typeof value['kyc_session_id'] === 'string' ? [value] : []
  return [...own, ...Object.values(value).flatMap(parties)]
}

/** A party from the registry and one that the customer named hold the child's status under different keys. */
const STATUS_KEYS = ['kyc_status', 'kyc_session_status'] as const

function partyStatus(party: JsonObject): string {
  return wordAt(party, 'kyc_status', wordAt(party, 'kyc_session_status'))
}

/** A person can be a key person of several companies. */
function parentsOf(application: Application, sessionId: string): string[] {
  let known = parents.get(application)
  if (known === undefined) {
    known = new Map()
    for (const facts of application.pages.all('business', 0, REACH).rows) {
      const decision = application.sessions.read(facts.sessionId)?.decision ?? {}
      for (const party of parties(decision['key_people_checks'])) {
        const childId = wordAt(party, 'kyc_session_id')
        known.set(childId, (known.get(childId) ?? new Set()).add(facts.sessionId))
      }
    }
    parents.set(application, known)
  }
  return [...(known.get(sessionId) ?? [])]
}

function summarise(check: JsonObject): void {
  const statuses = parties(check).map(partyStatus)
  if (statuses.includes('Declined')) check['status'] = 'Declined'
  else if (statuses.every((status) => status === 'Approved')) check['status'] = 'Approved'
  else check['status'] = 'In Review'
  const summary = objectAt(check, 'ubo_kyc_summary')
  if (summary === undefined) return
  const people = parties(objectAt(check, 'registry')?.['beneficial_owners'] ?? []).map(partyStatus)
  summary['approved'] = people.filter((status) => status === 'Approved').length
  summary['flagged'] = people.filter((status) => status === 'Declined').length
  summary['pending'] = people.length - people.filter((status) => status === 'Approved' || status === 'Declined').length
}

/** A decided person counts for the business that waits for them: its key-people check and status follow. */
export function recomputeParents(child: Session, context: DecideContext): void {
  const { application } = context
  for (const parentId of parentsOf(application, child.facts.sessionId)) {
    const parent = application.sessions.write(parentId)
    if (parent !== undefined) recompute(parent, child, context)
  }
}

function recompute(parent: Session, child: Session, context: DecideContext): void {
  const { application, upstream } = context
  for (const party of parties(parent.decision)) {
    if (party['kyc_session_id'] !== child.facts.sessionId) continue
    for (const key of STATUS_KEYS) if (key in party) party[key] = child.facts.status
  }
  for (const check of objectsAt(parent.decision, 'key_people_checks')) summarise(check)
  const previous = parent.facts.status
  const waiting = parties(parent.decision['key_people_checks']).some(
    (party) => !['Approved', 'Declined', 'In Review'].includes(partyStatus(party)),
  )
  if (!['Awaiting User', 'In Review'].includes(previous) || (previous === 'Awaiting User' && waiting)) return
  const next = outcomeOf(parent.decision)
  if (next === previous) return
  const values = { previousValue: { status: previous }, newValue: { status: next }, changedFields: ['status'] }
  const entry = { type: 'STATUS_UPDATED', actor: SYSTEM, newStatus: next, previousStatus: previous, ...values }
  recordActivity(parent, entry, { ids: application.ids, now: upstream.now() })
  setStatus(parent, next)
  upstream.emit(application, 'status.updated', statusUpdated(parent, context))
}
