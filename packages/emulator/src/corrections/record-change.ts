import { equalJson } from '../json-value.ts'
import { API_CLIENT, recordActivity } from '../reviews/activity.ts'
import type { Application } from '../store/application.ts'
import type { Session } from '../store/session.ts'
import type { Upstream } from '../upstream.ts'
import type { JsonObject } from '../world/types.ts'

export interface ChangeScene {
  upstream: Upstream
  application: Application
  session: Session
}

/** Writes the values into the record, with an activity entry for those that differ; true when any did. */
export function applyChange(
  record: JsonObject,
  values: JsonObject,
  type: string,
  { upstream, application, session }: ChangeScene,
): boolean {
  const changed = Object.keys(values).filter((key) => !equalJson(record[key] ?? null, values[key] ?? null))
  const previousValue = Object.fromEntries(changed.map((key) => [key, record[key] ?? null]))
  const newValue = Object.fromEntries(changed.map((key) => [key, values[key] ?? null]))
  Object.assign(record, values)
  if (changed.length === 0) return false
  recordActivity(
    session,
    { type, actor: API_CLIENT, previousValue, newValue, changedFields: changed },
    { ids: application.ids, now: upstream.now() },
  )
  return true
}
