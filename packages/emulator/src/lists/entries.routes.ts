import { Hono } from 'hono'
import { authenticate } from '../http/authenticate.ts'
import { fieldError, notFound } from '../http/didit-errors.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { FieldErrors, readText } from '../http/fields.ts'
import { jsonBody } from '../http/json-body.ts'
import { paginate } from '../http/paginate.ts'
import { idParam, uuidParam } from '../http/paths.ts'
import { withLinks } from '../sessions/present.ts'
import type { Application } from '../store/application.ts'
import type { List, ListEntry } from '../store/list-store.ts'
import type { Upstream } from '../upstream.ts'
import type { JsonObject } from '../world/types.ts'
import { MEDIA_PREFIX } from '../world/types.ts'
import { entryValue } from './entry-value.ts'
import { entryRow } from './list-entry.ts'
import { listOf } from './lists.routes.ts'
import { sessionRecord } from './session-record.ts'

const ENTRIES = `/v3/lists/${uuidParam('listId')}/entries/`
const DEFAULT_LIMIT = 25

function fromSession(application: Application, list: List, sessionId: string): Partial<ListEntry> & { value: string } {
  const session = application.sessions.read(sessionId.toLowerCase())
  if (session === undefined) throw fieldError('reference_session_id', 'Session not found.')
  const record = sessionRecord(session, list.entryType)
  if (record === null) throw fieldError('reference_session_id', `The session has no ${list.entryType} data.`)
  return {
    value: record.value,
    displayLabel: record.label,
    sessionId: session.facts.sessionId,
    sessionNumber: session.facts.number,
    record: list.listType === 'blocklist' ? record.record : null,
  }
}

function addEntry(application: Application, list: List, body: JsonObject, now: number): ListEntry {
  const errors = new FieldErrors()
  const value = readText(body, 'value', errors)
  const sessionId = readText(body, 'reference_session_id', errors, { nullable: true })
  const objectUuid = readText(body, 'reference_object_uuid', errors, { nullable: true }) ?? null
  const displayLabel = readText(body, 'display_label', errors, { nullable: true, max: 255 })
  const comment = readText(body, 'comment', errors, { nullable: true }) ?? null
  errors.throwIfAny()
  const base = { addedBy: 'api' as const, createdAt: now, objectUuid, comment, metadata: body['metadata'] ?? null }
  const labelled = displayLabel === undefined || displayLabel === null ? {} : { displayLabel }
  if (typeof sessionId === 'string')
    return application.lists.add(list, { ...base, ...fromSession(application, list, sessionId), ...labelled })
  if (typeof value !== 'string') throw fieldError('value', 'This field is required.')
  const compared = entryValue(list.entryType, value)
  if (list.entries.some((entry) => entry.value.toLowerCase() === compared.toLowerCase()))
    throw fieldError('value', 'This value is already in the list.')
  return application.lists.add(list, { ...base, value: compared, ...labelled })
}

/** Entries of one list. */
export function entriesRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  const auth = authenticate(upstream)

  routes.get(ENTRIES, auth, (c) => {
    const list = listOf(c.get('application'), idParam(c, 'listId'))
    const search = c.req.query('search')?.toLowerCase() ?? ''
    const found = list.entries.filter((entry) => `${entry.value}\n${entry.displayLabel ?? ''}`.toLowerCase().includes(search))
    const rows = found.toSorted((a, b) => b.createdAt - a.createdAt).map(entryRow)
    const presenter = { upstream, application: c.get('application'), origin: upstream.originOf(c) }
    return c.json(withLinks(paginate(c, rows, DEFAULT_LIMIT), presenter))
  })
  routes.post(ENTRIES, auth, async (c) => {
    const application = c.get('application')
    const list = listOf(application, idParam(c, 'listId'))
    return c.json(entryRow(addEntry(application, list, await jsonBody(c), upstream.now())), 201)
  })
  routes.post(`${ENTRIES}face-upload/`, auth, async (c) => {
    const application = c.get('application')
    const list = listOf(application, idParam(c, 'listId'))
    const body = await jsonBody(c)
    const { image } = body
    if (list.entryType !== 'face') throw fieldError('image', 'Faces can only be uploaded to a face list.')
    if (typeof image !== 'string' || image === '') throw fieldError('image', 'This field is required.')
    const uuid = application.ids.uuid()
    const key = `${MEDIA_PREFIX}${uuid}/reference`
    upstream.mediaOverrides.set(key, {
      bytes: new Uint8Array(Buffer.from(image.replace(/^data:[^,]*,/, ''), 'base64')),
      contentType: 'image/jpeg',
    })
    const comment = typeof body['comment'] === 'string' ? body['comment'] : null
    const entry = application.lists.add(list, {
      value: uuid,
      comment,
      addedBy: 'api',
      createdAt: upstream.now(),
      metadata: { reference_image_url: key },
    })
    return c.json(withLinks(entryRow(entry), { upstream, application, origin: upstream.originOf(c) }), 201)
  })
  routes.delete(`${ENTRIES}${uuidParam('entryId')}/`, auth, (c) => {
    const list = listOf(c.get('application'), idParam(c, 'listId'))
    const position = list.entries.findIndex((entry) => entry.uuid === idParam(c, 'entryId'))
    if (position < 0) throw notFound()
    list.entries.splice(position, 1)
    return c.body(null, 204)
  })
  return routes
}
