import { Hono } from 'hono'
import { authenticateSession } from '../http/authenticate.ts'
import { detail, ruleError, sessionNotFound } from '../http/didit-errors.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { FieldErrors, readChoice, readText } from '../http/fields.ts'
import { jsonBody } from '../http/json-body.ts'
import { SESSION_ID } from '../http/paths.ts'
import { API_CLIENT, recordActivity } from '../reviews/activity.ts'
import { stepItems } from '../sessions/steps.ts'
import type { Upstream } from '../upstream.ts'
import { dataUpdated } from '../webhooks/webhook-event.ts'
import { writable } from './correctable.ts'

/** `PATCH /v3/session/{id}/features/{nodeId}/update-status/`: the session's own decision stays. */
export function featureStatusRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  routes.patch(`/v3/session/${SESSION_ID}/features/:nodeId/update-status/`, authenticateSession(upstream), async (c) => {
    const application = c.get('application')
    const nodeId = c.req.param('nodeId') ?? ''
    const body = await jsonBody(c)
    const errors = new FieldErrors()
    const newStatus = readChoice(body, 'new_status', ['Approved', 'Declined', 'In Review'], errors, { required: true })
    const comment = readText(body, 'comment', errors, { nullable: true }) ?? null
    errors.throwIfAny()
    const session = writable(c)
    if (newStatus === undefined || newStatus === null) throw sessionNotFound()
    if (session.extra.sessionType === 'API' && session.extra.sharedFrom === null)
      throw detail(400, 'Cannot change feature status for API sessions.')
    const own = (id: unknown): boolean => id === nodeId || (nodeId === 'default' && (id === undefined || id === null))
    const found = stepItems(session.decision).find(({ item }) => own(item['node_id']))
    if (found === undefined) throw detail(404, `No feature found with node_id '${nodeId}' in this session.`)
    const { step, item } = found
    const previous = item['status'] ?? null
    if (previous === newStatus) throw ruleError('new_status', 'The new status is the same as the current status.')
    item['status'] = newStatus
    const values = { previousValue: { status: previous }, newValue: { status: newStatus }, changedFields: ['status'] }
    const metadata = { node_id: nodeId, feature_type: step.model }
    const entry = {
      type: step.array === 'aml_screenings' ? 'AML_STATUS_UPDATED' : 'STATUS_UPDATED',
      actor: API_CLIENT,
      comment,
      ...values,
      metadata,
    }
    recordActivity(session, entry, { ids: application.ids, now: upstream.now() })
    upstream.emit(application, 'data.updated', dataUpdated(session, 'manual_review'))
    return c.json({ session_id: session.facts.sessionId, node_id: nodeId, feature_type: step.model, new_status: newStatus })
  })
  return routes
}
