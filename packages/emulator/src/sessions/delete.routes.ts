import { Hono } from 'hono'
import { authenticate, authenticateSession } from '../http/authenticate.ts'
import { fieldError } from '../http/didit-errors.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { jsonBody } from '../http/json-body.ts'
import { SESSION_ID } from '../http/paths.ts'
import type { Upstream } from '../upstream.ts'
import type { Json } from '../world/types.ts'

function numbersOf(value: Json | undefined): number[] {
  const field = 'session_numbers'
  if (value === undefined || value === null) throw fieldError(field, 'This field is required unless delete_all is true.')
  if (!Array.isArray(value)) throw fieldError(field, 'Expected a list of items but got type "str".')
  if (value.length === 0) throw fieldError(field, 'This list may not be empty.')
  return value.map((entry) => {
    const text = typeof entry === 'string' || typeof entry === 'number' ? String(entry) : ''
    if (!/^\d+$/.test(text)) throw fieldError(field, 'All session_numbers must be numeric.')
    return Number(text)
  })
}

/** Soft deletion, one by id (either kind) or many people's by number. No webhook, no way back. */
export function deleteRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  routes.delete(`/v3/session/${SESSION_ID}/delete/`, authenticateSession(upstream), (c) => {
    c.get('application').sessions.remove(c.get('session').facts.sessionId)
    return c.body(null, 204)
  })
  routes.post('/v3/sessions/delete/', authenticate(upstream), async (c) => {
    const { sessions } = c.get('application')
    const body = await jsonBody(c)
    if (body['delete_all'] === true) {
      sessions.removeAllUsers()
      return c.body(null, 204)
    }
    for (const number of numbersOf(body['session_numbers'])) {
      const id = sessions.idByNumber('user', number)
      if (id !== undefined) sessions.remove(id)
    }
    return c.body(null, 204)
  })
  return routes
}
