import { Hono } from 'hono'
import { authenticateSession } from '../http/authenticate.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { SESSION_ID } from '../http/paths.ts'
import type { Upstream } from '../upstream.ts'
import { decisionWithEvents } from './decision-events.ts'
import { presentDecision } from './present.ts'

/** `GET /v3/session/{id}/decision/`, people and businesses alike. */
export function decisionRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  routes.get(`/v3/session/${SESSION_ID}/decision/`, authenticateSession(upstream), (c) => {
    const session = c.get('session')
    const presenter = { upstream, application: c.get('application'), origin: upstream.originOf(c) }
    const withEvents = c.req.query('include')?.split(',').includes('events') === true && session.facts.kind === 'user'
    return c.json(withEvents ? decisionWithEvents(session, presenter) : presentDecision(session, presenter))
  })
  return routes
}
