import type { IdSource } from '../store/ids.ts'
import { isoMicros } from '../store/ids.ts'
import type { Session } from '../store/session.ts'
import type { Json, JsonObject } from '../world/types.ts'

export interface Actor {
  display: string
  email: string | null
  type: 'API_KEY' | 'CONSOLE_USER' | 'SYSTEM'
}

export const API_CLIENT: Actor = { display: 'API Client', email: null, type: 'API_KEY' }
export const UNKNOWN: Actor = { display: 'Unknown', email: null, type: 'CONSOLE_USER' }
export const SYSTEM: Actor = { display: 'System', email: null, type: 'SYSTEM' }

export interface Activity {
  type: string
  actor: Actor
  newStatus?: string | null
  previousStatus?: string | null
  comment?: string | null
  previousValue?: Json
  newValue?: Json
  changedFields?: string[]
  metadata?: Json
}

/** Writes an entry to the activity feed and its short form into the decision's `reviews`. */
export function recordActivity(session: Session, activity: Activity, { ids, now }: { ids: IdSource; now: number }): JsonObject {
  const createdAt = isoMicros(now)
  const entry: JsonObject = {
    uuid: ids.uuid(),
    activity_type: activity.type,
    actor_display: activity.actor.display,
    actor_email: activity.actor.email,
    actor_type: activity.actor.type,
    new_status: activity.newStatus ?? null,
    previous_status: activity.previousStatus ?? null,
    comment: activity.comment ?? null,
    mentioned_emails: [],
    previous_value: activity.previousValue ?? null,
    new_value: activity.newValue ?? null,
    changed_fields: activity.changedFields ?? [],
    metadata: activity.metadata ?? null,
    created_at: createdAt,
  }
  session.reviews.push(entry)
  const short: JsonObject = {
    user: activity.actor.email ?? activity.actor.display,
    // The short form has no nulls: an entry without a status of its own shows the one that stood.
    new_status: activity.newStatus ?? session.facts.status,
    comment: activity.comment ?? '',
    created_at: createdAt,
  }
  const shown = session.decision['reviews']
  if (Array.isArray(shown)) shown.push(short)
  else session.decision['reviews'] = [short]
  return entry
}
