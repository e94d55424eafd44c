import { Hono } from 'hono'
import { accountRoutes } from './account-routes.ts'
import { applyFaults } from './control/apply-faults.ts'
import { controlRoutes } from './control/control.routes.ts'
import { keepJournal } from './control/keep-journal.ts'
import { credentialOf } from './http/authenticate.ts'
import { canonicalSlash } from './http/canonical-slash.ts'
import { ConnectionDropped, DiditError, HtmlNotFound } from './http/didit-errors.ts'
import type { EmulatorEnv } from './http/env.ts'
import { html404 } from './http/html-404.ts'
import { mediaRoutes } from './media/media.routes.ts'
import { sessionRoutes } from './session-routes.ts'
import type { Upstream } from './upstream.ts'

function errorAnswer(error: Error): Response {
  if (error instanceof ConnectionDropped) throw error
  if (error instanceof HtmlNotFound) return html404()
  if (!(error instanceof DiditError)) throw error
  const { status, body, headers } = error
  if (body === undefined) return new Response(null, { status, headers })
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })
}

/** The HTTP surface: controls, media, and the keyed API with its order of checks. */
export function createApp(upstream: Upstream): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()
  app.onError(errorAnswer)
  app.notFound(html404)
  app.route('/', controlRoutes(upstream))
  app.get('/system/healthcheck', (c) => c.json({ status: 'ok', timestamp: new Date(upstream.now()).toISOString() }))
  app.get('/system/healthcheck/', (c) => c.json({ status: 'ok', timestamp: new Date(upstream.now()).toISOString() }))

  app.use('/media/*', applyFaults(upstream))
  app.route('/', mediaRoutes(upstream))

  app.use('/v3/*', keepJournal(upstream))
  app.use('/v3/*', applyFaults(upstream))
  app.use('/v3/*', canonicalSlash)
  app.use('/v3/*', async (c, next) => {
    const headers = upstream.limiter.take(credentialOf(c), c.req.method, c.req.path)
    await next()
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
  })
  app.route('/', sessionRoutes(upstream))
  app.route('/', accountRoutes(upstream))
  return app
}
