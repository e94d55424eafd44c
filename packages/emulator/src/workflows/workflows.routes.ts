import { Hono } from 'hono'
import { authenticate } from '../http/authenticate.ts'
import { notFound } from '../http/didit-errors.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { paginate } from '../http/paginate.ts'
import { idParam, uuidParam } from '../http/paths.ts'
import type { Upstream } from '../upstream.ts'
import { workflowSettings } from './workflow-settings.ts'

/** `GET /v3/workflows/` (one row per version) and `GET /v3/workflows/{uuid}/`. */
export function workflowsRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  routes.get('/v3/workflows/', authenticate(upstream), (c) => c.json(paginate(c, c.get('application').sessions.world.workflows)))
  routes.get(`/v3/workflows/${uuidParam('uuid')}/`, authenticate(upstream), (c) => {
    const row = c.get('application').sessions.world.workflows.find((candidate) => candidate['uuid'] === idParam(c, 'uuid'))
    if (row === undefined) throw notFound()
    return c.json(workflowSettings(row))
  })
  return routes
}
