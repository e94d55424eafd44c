import type { Context } from 'hono'
import { Hono } from 'hono'
import { authenticateSession } from '../http/authenticate.ts'
import { detail, fieldError, nestedListError } from '../http/didit-errors.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { FieldErrors, readChoice, REQUIRED } from '../http/fields.ts'
import { jsonBody } from '../http/json-body.ts'
import { SESSION_ID } from '../http/paths.ts'
import { isObject, objectsAt, wordAt } from '../json-value.ts'
import { API_CLIENT, recordActivity } from '../reviews/activity.ts'
import type { Session } from '../store/session.ts'
import type { Upstream } from '../upstream.ts'
import { dataUpdated } from '../webhooks/webhook-event.ts'
import type { Json, JsonObject } from '../world/types.ts'
import { nodeOf, writable } from './correctable.ts'

const REVIEW_STATUSES = ['Unreviewed', 'Confirmed Match', 'False Positive', 'Inconclusive']

interface HitUpdate {
  hitId: string
  status: string
}

/** Hits of the AML check of the node named, else of the newest check. */
function hitsOf(session: Session, nodeId: string | null): JsonObject[] {
  const checks = objectsAt(session.decision, 'aml_screenings')
  const check = nodeId === null ? checks.at(-1) : checks.find((item) => item['node_id'] === nodeId)
  if (check === undefined) {
    throw detail(
      404,
      nodeId === null ? 'The session does not have an AML check.' : `The session does not have an AML check for node '${nodeId}'.`,
    )
  }
  return objectsAt(check, 'hits')
}

function parseUpdate(value: Json, errors: FieldErrors): HitUpdate {
  const body = isObject(value) ? value : {}
  const hitId = wordAt(body, 'hit_id')
  if (hitId === '') errors.add('hit_id', REQUIRED)
  const status = readChoice(body, 'review_status', REVIEW_STATUSES, errors, { required: true }) ?? ''
  return { hitId, status }
}

function parseMany(body: JsonObject): HitUpdate[] {
  const value = body['hit_updates']
  if (value === undefined) throw fieldError('hit_updates', REQUIRED)
  if (!Array.isArray(value)) throw fieldError('hit_updates', 'Expected a list of items but got type "str".')
  if (value.length === 0) throw fieldError('hit_updates', 'hit_updates cannot be empty')
  const faults: JsonObject[] = []
  const updates = value.map((item) => {
    const errors = new FieldErrors()
    const update = parseUpdate(item, errors)
    faults.push(errors.asJson())
    return update
  })
  if (faults.some((fault) => Object.keys(fault).length > 0)) throw nestedListError('hit_updates', faults)
  return updates
}

/** Writes every update, with one activity entry and one webhook for all. */
function write(c: Context<EmulatorEnv>, upstream: Upstream, session: Session, hits: JsonObject[], updates: HitUpdate[]): void {
  const previousValue: JsonObject = {}
  const newValue: JsonObject = {}
  for (const { hitId, status } of updates) {
    const hit = hits.find((candidate) => candidate['id'] === hitId)
    if (hit === undefined) continue
    previousValue[hitId] = hit['review_status'] ?? 'Unreviewed'
    newValue[hitId] = status
    hit['review_status'] = status
  }
  const application = c.get('application')
  const entry = { type: 'AML_HIT_STATUS_UPDATED', actor: API_CLIENT, previousValue, newValue, changedFields: ['review_status'] }
  recordActivity(session, entry, { ids: application.ids, now: upstream.now() })
  upstream.emit(application, 'data.updated', dataUpdated(session, 'manual_review'))
}

/** What a reviewer says of AML hits, one or many at once; neither the check nor the session is decided anew. */
export function amlHitsRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  routes.patch(`/v3/session/${SESSION_ID}/update-aml-hit-status/`, authenticateSession(upstream), async (c) => {
    const body = await jsonBody(c)
    const errors = new FieldErrors()
    const update = parseUpdate(body, errors)
    errors.throwIfAny()
    const session = writable(c)
    const hits = hitsOf(session, nodeOf(c, body))
    if (!hits.some((hit) => hit['id'] === update.hitId)) throw detail(404, `Hit with ID '${update.hitId}' not found in the AML check.`)
    write(c, upstream, session, hits, [update])
    return c.json({ message: 'Hit status updated successfully', hit_id: update.hitId, review_status: update.status })
  })
  routes.patch(`/v3/session/${SESSION_ID}/bulk-update-aml-hit-status/`, authenticateSession(upstream), async (c) => {
    const body = await jsonBody(c)
    const updates = parseMany(body)
    const session = writable(c)
    const hits = hitsOf(session, nodeOf(c, body))
    const known = new Set(hits.map((hit) => hit['id']))
    const missing = updates.filter(({ hitId }) => !known.has(hitId)).map(({ hitId }) => hitId)
    if (missing.length > 0) throw detail(404, `Hits not found: ${missing.join(', ')}`)
    write(c, upstream, session, hits, updates)
    return c.json({ message: `Updated ${updates.length} hit(s) successfully`, updated_hits: updates.map(({ hitId }) => hitId) })
  })
  return routes
}
