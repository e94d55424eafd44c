import { Hono } from 'hono'
import { authenticateSession } from '../http/authenticate.ts'
import { notFound } from '../http/didit-errors.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { jsonBody } from '../http/json-body.ts'
import { SESSION_ID } from '../http/paths.ts'
import { API_CLIENT } from '../reviews/activity.ts'
import type { Upstream } from '../upstream.ts'
import { parseDecideBody } from './decide-body.ts'
import { decideSession } from './decide-session.ts'
import { requireUpdatable } from './status-transitions.ts'

/** `PATCH /v3/session/{id}/update-status/` */
export function updateStatusRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  routes.patch(`/v3/session/${SESSION_ID}/update-status/`, authenticateSession(upstream), async (c) => {
    requireUpdatable(c.get('session').facts.status)
    const body = await jsonBody(c)
    const application = c.get('application')
    const session = application.sessions.write(c.get('session').facts.sessionId)
    if (session === undefined) throw notFound()
    requireUpdatable(session.facts.status)
    decideSession(session, parseDecideBody(body), { upstream, application, origin: upstream.originOf(c), actor: API_CLIENT })
    return c.json({ session_id: session.facts.sessionId })
  })
  return routes
}
