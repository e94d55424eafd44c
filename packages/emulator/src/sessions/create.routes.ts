import { Hono } from 'hono'
import { authenticate } from '../http/authenticate.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { jsonBody } from '../http/json-body.ts'
import type { Upstream } from '../upstream.ts'
import { statusUpdated } from '../webhooks/webhook-event.ts'
import { createdAnswer, createSession, parseCreateBody } from './create-session.ts'
import { HOSTED } from './present.ts'

/** `POST /v3/session/` */
export function createRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  routes.post('/v3/session/', authenticate(upstream), async (c) => {
    const application = c.get('application')
    const { session, language, isNew } = createSession(application, parseCreateBody(await jsonBody(c)), upstream)
    if (isNew) {
      upstream.emit(application, 'status.updated', statusUpdated(session, { upstream, application, origin: upstream.originOf(c) }))
    }
    return c.json(createdAnswer(session, language, HOSTED), 201)
  })
  return routes
}
