import { Hono } from 'hono'
import { authenticate } from '../http/authenticate.ts'
import { DiditError, fieldError, fieldErrors, sessionNotFound } from '../http/didit-errors.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { FieldErrors, readBoolean, REQUIRED } from '../http/fields.ts'
import { jsonBody } from '../http/json-body.ts'
import { paginate } from '../http/paginate.ts'
import { isUuid } from '../http/paths.ts'
import { wordAt } from '../json-value.ts'
import { sessionRecord } from '../lists/session-record.ts'
import { withLinks } from '../sessions/present.ts'
import type { Application } from '../store/application.ts'
import { isoMicros } from '../store/ids.ts'
import type { Session } from '../store/session.ts'
import type { Upstream } from '../upstream.ts'
import type { JsonObject } from '../world/types.ts'

const TYPES = ['face', 'document', 'phone', 'email'] as const
type BlockType = (typeof TYPES)[number]
const DEFAULT_LIMIT = 20

/** Which types a body names, under `blocklist_*` or `unblock_*`. */
function parse(body: JsonObject, prefix: 'blocklist' | 'unblock', application: Application): { session: Session; types: BlockType[] } {
  const errors = new FieldErrors()
  const id = body['session_id']
  if (id === undefined) errors.add('session_id', REQUIRED)
  else if (typeof id !== 'string' || !isUuid(id)) errors.add('session_id', 'Must be a valid UUID.')
  const types = TYPES.filter((type) => readBoolean(body, `${prefix}_${type}`, errors) === true)
  errors.throwIfAny()
  if (types.length === 0) {
    throw new DiditError(400, {
      non_field_errors: [`At least one of ${TYPES.map((type) => `${prefix}_${type}`).join(', ')} must be true.`],
    })
  }
  const facts = application.sessions.facts(wordAt(body, 'session_id').toLowerCase())
  const session = facts?.kind === 'user' ? application.sessions.read(facts.sessionId) : undefined
  if (session === undefined) throw sessionNotFound()
  return { session, types }
}

function items(application: Application, wanted: BlockType | undefined): JsonObject[] {
  const rows = TYPES.filter((type) => wanted === undefined || type === wanted).flatMap((type) =>
    application.lists
      .blocklist(type)
      .entries.filter(
        (entry) => entry.record !== null && entry.sessionId !== null && application.sessions.facts(entry.sessionId) !== undefined,
      )
      .map((entry) => ({ entry, type })),
  )
  return rows
    .toSorted((a, b) => b.entry.createdAt - a.entry.createdAt)
    .map(({ entry, type }) => ({
      type,
      session_id: entry.sessionId,
      session_number: entry.sessionNumber,
      blocklisted_at: isoMicros(entry.createdAt),
      ...entry.record,
    }))
}

/** `/v3/blocklist/*`: the face, document, phone or e-mail of one session. */
export function blocklistRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()

  routes.post('/v3/blocklist/add/', authenticate(upstream), async (c) => {
    const application = c.get('application')
    const { session, types } = parse(await jsonBody(c), 'blocklist', application)
    const found = types.map((type) => ({ type, record: sessionRecord(session, type) }))
    const missing = found.filter(({ record }) => record === null)
    if (missing.length > 0) {
      throw fieldErrors(Object.fromEntries(missing.map(({ type }) => [`blocklist_${type}`, [`The session has no ${type} to blocklist.`]])))
    }
    for (const { type, record } of found) {
      if (record === null || application.lists.isSessionBlocked(type, session.facts.sessionId)) continue
      const reference = { sessionId: session.facts.sessionId, sessionNumber: session.facts.number }
      const entry = {
        value: record.value,
        displayLabel: record.label,
        record: record.record,
        addedBy: 'api' as const,
        createdAt: upstream.now(),
      }
      application.lists.add(application.lists.blocklist(type), { ...entry, ...reference })
    }
    return c.json({ message: 'Successfully updated blocklist.' })
  })

  routes.post('/v3/blocklist/remove/', authenticate(upstream), async (c) => {
    const application = c.get('application')
    const { session, types } = parse(await jsonBody(c), 'unblock', application)
    for (const type of types) {
      const list = application.lists.blocklist(type)
      list.entries = list.entries.filter((entry) => entry.sessionId !== session.facts.sessionId)
    }
    return c.json({ message: 'Successfully removed from blocklist.' })
  })

  routes.get('/v3/blocklist/', authenticate(upstream), (c) => {
    const application = c.get('application')
    const wanted = c.req.query('item_type')
    const type = TYPES.find((candidate) => candidate === wanted)
    if (wanted !== undefined && wanted !== '' && type === undefined) {
      throw fieldError('item_type', `"${wanted}" is not a valid choice.`)
    }
    const presenter = { upstream, application, origin: upstream.originOf(c) }
    return c.json(withLinks(paginate(c, items(application, type), DEFAULT_LIMIT), presenter))
  })
  return routes
}
