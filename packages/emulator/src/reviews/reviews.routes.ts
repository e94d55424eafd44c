import { Hono } from 'hono'
import { authenticate } from '../http/authenticate.ts'
import { sessionNotFound } from '../http/didit-errors.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { FieldErrors, readChoice, readText } from '../http/fields.ts'
import { jsonBody } from '../http/json-body.ts'
import { paginate } from '../http/paginate.ts'
import { idParam, uuidParam } from '../http/paths.ts'
import { STATUSES } from '../world/types.ts'
import type { Upstream } from '../upstream.ts'
import { recordActivity, UNKNOWN } from './activity.ts'

/** `GET` and `POST /v3/sessions/{id}/reviews/`: people only, credentials before existence. */
export function reviewsRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  const path = `/v3/sessions/${uuidParam('sessionId')}/reviews/`

  routes.get(path, authenticate(upstream), (c) => {
    const session = c.get('application').sessions.read(idParam(c, 'sessionId'))
    if (session === undefined || session.facts.kind === 'business') throw sessionNotFound()
    const oldestFirst = c.req.query('ordering') === 'created_at'
    return c.json(paginate(c, oldestFirst ? session.reviews : session.reviews.toReversed()))
  })

  routes.post(path, authenticate(upstream), async (c) => {
    const application = c.get('application')
    const sessionId = idParam(c, 'sessionId')
    if (application.sessions.facts(sessionId)?.kind !== 'user') throw sessionNotFound()
    const body = await jsonBody(c)
    const errors = new FieldErrors()
    const newStatus = readChoice(body, 'new_status', STATUSES, errors, { nullable: true }) ?? null
    const comment = readText(body, 'comment', errors, { nullable: true }) ?? null
    errors.throwIfAny()
    const session = application.sessions.write(sessionId)
    if (session === undefined) throw sessionNotFound()
    const note = { type: 'STATUS_UPDATED', actor: UNKNOWN, newStatus, comment }
    const entry = recordActivity(session, note, { ids: application.ids, now: upstream.now() })
    return c.json({ user: 'Unknown', new_status: newStatus, comment, created_at: entry['created_at'] ?? null }, 201)
  })
  return routes
}
