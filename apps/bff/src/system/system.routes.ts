import { Hono } from 'hono'
import { publicRoute } from '../http/access.ts'
import type { AppEnv } from '../http/app-env.ts'
import { callerAddress } from '../http/caller-address.ts'
import { notFound } from '../http/http.errors.ts'
import type { RouteFacts } from '../http/route-facts.ts'
import type { Readiness } from './check-ready.ts'
import type { Metrics } from './metrics.ts'
import { describeApi } from './openapi.ts'
import { mayScrape } from './may-scrape.ts'

export interface SystemUseCases {
  checkReady: () => Promise<Readiness>
  metrics: Metrics
  metricsToken: string | null
  routeTable: () => RouteFacts[]
}

/** For operators and integrators. Mounted at `/`. */
export function systemRoutes({ checkReady, metrics, metricsToken, routeTable }: SystemUseCases) {
  return new Hono<AppEnv>()
    .get('/healthz', publicRoute('for whoever restarts us'), (c) => c.json({ alive: true }, 200))
    .get('/readyz', publicRoute('for load balancers'), async (c) => {
      const readiness = await checkReady()
      return c.json(readiness, readiness.ready ? 200 : 503)
    })
    .get('/metrics', publicRoute('for Prometheus; loopback or its own token'), async (c) => {
      if (!mayScrape({ address: callerAddress(c), authorization: c.req.header('authorization'), token: metricsToken })) throw notFound()
      const { body, contentType } = await metrics.text()
      return c.body(body, 200, { 'content-type': contentType })
    })
    .get('/api/openapi.json', publicRoute('it says nothing that the source does not'), (c) => c.json(describeApi(routeTable()), 200))
}
