import type { Hono } from 'hono'
import { COLLECTION_WORDS } from '../http/authenticate.ts'
import type { EmulatorEnv } from '../http/env.ts'
import type { Upstream } from '../upstream.ts'
import { BUSINESS_RULES } from '../users/entity-body.ts'
import { businessDetail, businessRow } from '../users/entity-row.ts'
import { entityRoutes } from '../users/entity.routes.ts'

export function businessesRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  return entityRoutes(upstream, {
    base: '/v3/businesses',
    kind: 'business',
    words: COLLECTION_WORDS,
    rules: BUSINESS_RULES,
    patchStatusWords: 'options',
    patchSyncsBlocklist: true,
    entities: (application) => application.businesses,
    row: businessRow,
    detail: businessDetail,
  })
}
