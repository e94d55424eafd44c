import { Hono } from 'hono'
import { amlHitsRoutes } from './corrections/aml-hits.routes.ts'
import { companyDataRoutes } from './corrections/company-data.routes.ts'
import { featureStatusRoutes } from './corrections/feature-status.routes.ts'
import { updateDataRoutes } from './corrections/update-data.routes.ts'
import { updatePoaDataRoutes } from './corrections/update-poa-data.routes.ts'
import type { EmulatorEnv } from './http/env.ts'
import { reportRoutes } from './reports/report.routes.ts'
import { reviewsRoutes } from './reviews/reviews.routes.ts'
import { createRoutes } from './sessions/create.routes.ts'
import { decisionRoutes } from './sessions/decision.routes.ts'
import { deleteRoutes } from './sessions/delete.routes.ts'
import { listRoutes } from './sessions/list.routes.ts'
import { updateStatusRoutes } from './sessions/update-status.routes.ts'
import { importRoutes } from './shares/import.routes.ts'
import { shareRoutes } from './shares/share.routes.ts'
import type { Upstream } from './upstream.ts'

const RESOURCES = [
  listRoutes,
  createRoutes,
  decisionRoutes,
  updateStatusRoutes,
  deleteRoutes,
  reviewsRoutes,
  reportRoutes,
  shareRoutes,
  importRoutes,
  updateDataRoutes,
  updatePoaDataRoutes,
  companyDataRoutes,
  featureStatusRoutes,
  amlHitsRoutes,
]

/** Everything about sessions. */
export function sessionRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  for (const make of RESOURCES) routes.route('/', make(upstream))
  return routes
}
