import { Hono } from 'hono'
import { authenticate } from '../http/authenticate.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { envelope, pageOf } from '../http/paginate.ts'
import type { Upstream } from '../upstream.ts'
import type { Json } from '../world/types.ts'
import { listSessions } from './list-sessions.ts'
import { parseSessionQuery } from './session-query.ts'
import { businessRow, userRow } from './session-row.ts'

/** `GET /v3/sessions/` */
export function listRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  routes.get('/v3/sessions/', authenticate(upstream), async (c) => {
    const application = c.get('application')
    const presenter = { upstream, application, origin: upstream.originOf(c) }
    const query = parseSessionQuery((name) => c.req.query(name))
    const page = pageOf(c)
    const rows: Json[] = []
    let count = 0
    let hasMore = false
    for (const kind of query.kinds) {
      const found = await listSessions(application, kind, query, page)
      count += found.count
      if (kind === query.kinds[0]) hasMore = found.hasMore
      for (const facts of found.rows) {
        const session = application.sessions.read(facts.sessionId)
        if (session !== undefined) rows.push(kind === 'user' ? userRow(session, presenter) : businessRow(session, presenter))
      }
    }
    return c.json(envelope(c, page, { count, hasMore }, rows))
  })
  return routes
}
