import { Hono } from 'hono'
import type { EmulatorEnv } from './http/env.ts'
import { reviewsRoutes } from './reviews/reviews.routes.ts'
import { decisionRoutes } from './sessions/decision.routes.ts'
import { listRoutes } from './sessions/list.routes.ts'
import { updateStatusRoutes } from './sessions/update-status.routes.ts'
import type { Upstream } from './upstream.ts'

/** Everything about sessions. */
export function sessionRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  for (const make of [listRoutes, decisionRoutes, updateStatusRoutes, reviewsRoutes]) routes.route('/', make(upstream))
  return routes
}
