import { Hono } from 'hono'
import { billingRoutes } from './billing/billing.routes.ts'
import { blocklistRoutes } from './blocklist/blocklist.routes.ts'
import { businessesRoutes } from './businesses/businesses.routes.ts'
import type { EmulatorEnv } from './http/env.ts'
import { entriesRoutes } from './lists/entries.routes.ts'
import { listsRoutes } from './lists/lists.routes.ts'
import { questionnairesRoutes } from './questionnaires/questionnaires.routes.ts'
import type { Upstream } from './upstream.ts'
import { usersRoutes } from './users/users.routes.ts'
import { webhookDestinationsRoutes } from './webhook-destinations/webhook-destinations.routes.ts'
import { workflowsRoutes } from './workflows/workflows.routes.ts'

const RESOURCES = [
  usersRoutes,
  businessesRoutes,
  blocklistRoutes,
  listsRoutes,
  entriesRoutes,
  workflowsRoutes,
  questionnairesRoutes,
  billingRoutes,
  webhookDestinationsRoutes,
]

/** Everything that an application has beside sessions. */
export function accountRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  for (const make of RESOURCES) routes.route('/', make(upstream))
  return routes
}
