import { Hono } from 'hono'
import { authenticate } from '../http/authenticate.ts'
import { detail, fieldError, notFound } from '../http/didit-errors.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { FieldErrors, readChoice, readText, REQUIRED } from '../http/fields.ts'
import { jsonBody } from '../http/json-body.ts'
import { paginate } from '../http/paginate.ts'
import { idParam, uuidParam } from '../http/paths.ts'
import type { Application } from '../store/application.ts'
import { ENTRY_TYPES } from '../store/list-store.ts'
import type { EntryType, List } from '../store/list-store.ts'
import type { Upstream } from '../upstream.ts'
import type { JsonObject } from '../world/types.ts'
import { listRow } from './list-entry.ts'

const LIST = `/v3/lists/${uuidParam('listId')}/`

export function listOf(application: Application, id: string): List {
  const list = application.lists.find(id)
  if (list === undefined) throw notFound()
  return list
}

/** A name of at most 255 characters that no other list has. */
function readName(body: JsonObject, errors: FieldErrors, application: Application, own?: List): string | undefined {
  const name = readText(body, 'name', errors, { max: 255 })?.trim()
  if (name === '') errors.add('name', 'This field may not be blank.')
  const taken = application.lists.lists.some((list) => list !== own && list.name === name)
  if (taken) errors.add('name', 'A list with this name already exists.')
  return name
}

function create(application: Application, body: JsonObject, now: number): List {
  const errors = new FieldErrors()
  if (body['name'] === undefined) errors.add('name', REQUIRED)
  const name = readName(body, errors, application) ?? ''
  const description = readText(body, 'description', errors, { nullable: true }) ?? null
  const listType = readChoice(body, 'list_type', ['allowlist', 'custom'], errors, { required: true })
  const wanted = readChoice(body, 'entry_type', ENTRY_TYPES, errors, { required: true })
  errors.throwIfAny()
  const entryType: EntryType = ENTRY_TYPES.find((type) => type === wanted) ?? 'key'
  const list: List = {
    uuid: application.ids.uuid(),
    name,
    description,
    listType: listType === 'allowlist' ? 'allowlist' : 'custom',
    entryType,
    isSystem: false,
    createdAt: now,
    updatedAt: now,
    entries: [],
  }
  application.lists.lists.push(list)
  return list
}

function requireOwn(list: List): void {
  if (list.isSystem) throw detail(403, 'System lists cannot be changed.')
}

/** `/v3/lists/` and one list. */
export function listsRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  const auth = authenticate(upstream)

  routes.get('/v3/lists/', auth, (c) => {
    const { list_type: listType, entry_type: entryType, ordering } = c.req.query()
    if (entryType && !ENTRY_TYPES.some((type) => type === entryType))
      throw fieldError('entry_type', `"${entryType}" is not a valid choice.`)
    const rows = c
      .get('application')
      .lists.lists.filter((list) => (!listType || list.listType === listType) && (!entryType || list.entryType === entryType))
      .toSorted((a, b) => b.createdAt - a.createdAt)
    return c.json(paginate(c, (ordering === 'created_at' ? rows.toReversed() : rows).map(listRow)))
  })
  routes.post('/v3/lists/', auth, async (c) => c.json(listRow(create(c.get('application'), await jsonBody(c), upstream.now())), 201))
  routes.get(LIST, auth, (c) => c.json(listRow(listOf(c.get('application'), idParam(c, 'listId')))))
  routes.patch(LIST, auth, async (c) => {
    const application = c.get('application')
    const list = listOf(application, idParam(c, 'listId'))
    requireOwn(list)
    const body = await jsonBody(c)
    const errors = new FieldErrors()
    const name = readName(body, errors, application, list)
    const description = readText(body, 'description', errors, { nullable: true })
    errors.throwIfAny()
    list.name = name ?? list.name
    if (description !== undefined) list.description = description
    list.updatedAt = upstream.now()
    return c.json(listRow(list))
  })
  routes.delete(LIST, auth, (c) => {
    const { lists } = c.get('application').lists
    const list = listOf(c.get('application'), idParam(c, 'listId'))
    requireOwn(list)
    lists.splice(lists.indexOf(list), 1)
    return c.body(null, 204)
  })
  return routes
}
