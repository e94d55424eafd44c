import { Hono } from 'hono'
import { authenticateSession, SHARE_WORDS } from '../http/authenticate.ts'
import { detailList, fieldError } from '../http/didit-errors.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { FieldErrors, REQUIRED } from '../http/fields.ts'
import { jsonBody } from '../http/json-body.ts'
import { isUuid, SESSION_ID } from '../http/paths.ts'
import type { Upstream } from '../upstream.ts'
import type { JsonObject } from '../world/types.ts'
import { mintShareToken } from './share-token.ts'

const SHAREABLE = new Set(['Approved', 'Declined', 'In Review'])
const MIN_TTL = 60
const MAX_TTL = 86_400
const DEFAULT_TTL = 3600

function parse(body: JsonObject): { target: string; ttl: number } {
  const errors = new FieldErrors()
  const target = body['for_application_id']
  if (target === undefined) errors.add('for_application_id', REQUIRED)
  else if (typeof target !== 'string' || !isUuid(target)) errors.add('for_application_id', 'Must be a valid UUID.')
  const given = body['ttl_in_seconds'] ?? DEFAULT_TTL
  const ttl = typeof given === 'string' ? Number(given) : given
  if (typeof ttl !== 'number' || !Number.isInteger(ttl)) errors.add('ttl_in_seconds', 'A valid integer is required.')
  else if (ttl < MIN_TTL) errors.add('ttl_in_seconds', `Ensure this value is greater than or equal to ${MIN_TTL}.`)
  else if (ttl > MAX_TTL) errors.add('ttl_in_seconds', `Ensure this value is less than or equal to ${MAX_TTL}.`)
  errors.throwIfAny()
  return { target: typeof target === 'string' ? target.toLowerCase() : '', ttl: Number(ttl) }
}

/** `POST /v3/session/{id}/share/`: lets one other application import a finished session. */
export function shareRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  routes.post(`/v3/session/${SESSION_ID}/share/`, authenticateSession(upstream, SHARE_WORDS), async (c) => {
    const { facts } = c.get('session')
    const application = c.get('application')
    const { target, ttl } = parse(await jsonBody(c))
    if (upstream.byId(target) === undefined) throw fieldError('for_application_id', 'Target application does not exist.')
    if (target === application.id) throw fieldError('for_application_id', 'Cannot share a session with the same application.')
    if (!SHAREABLE.has(facts.status)) throw detailList('Only finished sessions ("Approved", "Declined", "In Review") can be shared.')
    const iat = Math.floor(upstream.now() / 1000)
    const claims = { session_id: facts.sessionId, from_application_id: application.id, for_application_id: target, iat, exp: iat + ttl }
    return c.json({ share_token: mintShareToken(claims, upstream.shareSecret), for_application_id: target, session_kind: facts.kind })
  })
  return routes
}
