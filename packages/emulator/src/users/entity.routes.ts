import type { Context } from 'hono'
import { Hono } from 'hono'
import type { AuthWords } from '../http/authenticate.ts'
import { authenticate } from '../http/authenticate.ts'
import { bareError, notFound } from '../http/didit-errors.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { FieldErrors, REQUIRED } from '../http/fields.ts'
import { jsonBody } from '../http/json-body.ts'
import { envelope, pageOf } from '../http/paginate.ts'
import { withLinks } from '../sessions/present.ts'
import type { Application } from '../store/application.ts'
import type { EntityStatus, EntityStore } from '../store/entity-store.ts'
import type { Upstream } from '../upstream.ts'
import type { JsonObject } from '../world/types.ts'
import type { EntityKindRules, StatusWords } from './entity-body.ts'
import { parseEntityBody, readEntityStatus } from './entity-body.ts'

const COUNT_CAP = 100

/** How people and businesses differ on otherwise equal calls. */
export interface EntityResource {
  base: '/v3/users' | '/v3/businesses'
  kind: 'user' | 'business'
  words: AuthWords
  rules: EntityKindRules
  patchStatusWords: StatusWords
  /** Whether `PATCH …/` with a status also writes the blocklist. */
  patchSyncsBlocklist: boolean
  entities(application: Application): EntityStore
  row(application: Application, vendorData: string, now: number): JsonObject
  detail(application: Application, vendorData: string, now: number): JsonObject
}

function selected(body: JsonObject, entities: EntityStore, kind: EntityResource['kind']): string[] {
  if (body['delete_all'] === true) return entities.vendorDatas()
  const listed = body['vendor_data_list']
  const internal = kind === 'business' ? body['didit_internal_id_list'] : undefined
  if (!Array.isArray(listed) && !Array.isArray(internal)) {
    throw bareError(
      kind === 'user'
        ? 'Provide vendor_data_list or set delete_all=true.'
        : 'Provide vendor_data_list, didit_internal_id_list, or set delete_all=true.',
    )
  }
  const ids = new Set(Array.isArray(internal) ? internal.filter((id) => typeof id === 'string') : [])
  const names = new Set(Array.isArray(listed) ? listed.filter((name) => typeof name === 'string') : [])
  return entities.vendorDatas().filter((vendorData) => names.has(vendorData) || ids.has(entities.internalId(vendorData)))
}

/** `/v3/users/*` or `/v3/businesses/*`. */
export function entityRoutes(upstream: Upstream, resource: EntityResource): Hono<EmulatorEnv> {
  const { base, kind } = resource
  const routes = new Hono<EmulatorEnv>()
  const auth = authenticate(upstream, resource.words)
  const linked = (c: Context<EmulatorEnv>, body: JsonObject): JsonObject =>
    withLinks(body, { upstream, application: c.get('application'), origin: upstream.originOf(c) })
  const known = (c: Context<EmulatorEnv>): string => {
    const vendorData = c.req.param('vendorData') ?? ''
    if (!resource.entities(c.get('application')).exists(vendorData)) throw notFound()
    return vendorData
  }
  const shown = (c: Context<EmulatorEnv>, vendorData: string): JsonObject =>
    linked(c, resource.detail(c.get('application'), vendorData, upstream.now()))

  const changeStatus = (application: Application, vendorData: string, status: EntityStatus, synced: boolean): void => {
    const edit = resource.entities(application).editable(vendorData)
    const previous = edit.status
    edit.status = status
    edit.updatedAt = upstream.now()
    if (!synced) return
    application.lists.setEntityBlocked(kind, vendorData, status === 'BLOCKED', upstream.now())
    if (previous === status) return
    edit.comments.push({ previous, next: status, at: upstream.now() })
    upstream.emit(application, `${kind}.status.updated`, {
      didit_internal_id: edit.internalId,
      vendor_data: vendorData,
      status,
      previous_status: previous,
      reason: 'api',
    })
  }

  routes.get(`${base}/`, auth, (c) => {
    const application = c.get('application')
    const page = pageOf(c)
    const all = resource.entities(application).vendorDatas()
    const rows = all.slice(page.offset, page.offset + page.limit).map((vendorData) => resource.row(application, vendorData, upstream.now()))
    const told = { count: Math.min(all.length, COUNT_CAP), hasMore: page.offset + page.limit < all.length }
    return c.json(linked(c, envelope(c, page, told, rows)))
  })

  routes.post(`${base}/create/`, auth, async (c) => {
    const application = c.get('application')
    const entities = resource.entities(application)
    const body = await jsonBody(c)
    const errors = new FieldErrors()
    const vendorData = body['vendor_data']
    if (vendorData === undefined || vendorData === '') errors.add('vendor_data', REQUIRED)
    else if (typeof vendorData !== 'string') errors.add('vendor_data', 'Not a valid string.')
    else if (entities.exists(vendorData)) errors.add('vendor_data', `A ${kind} with this vendor_data already exists.`)
    const parsed = parseEntityBody(body, resource.rules, 'options', errors)
    const name = typeof vendorData === 'string' ? vendorData : ''
    const edit = entities.editable(name)
    Object.assign(edit, {
      deleted: false,
      fields: parsed.fields,
      status: parsed.status ?? 'ACTIVE',
      createdAt: upstream.now(),
      updatedAt: upstream.now(),
    })
    if (edit.status === 'BLOCKED') application.lists.setEntityBlocked(kind, name, true, upstream.now())
    return c.json(shown(c, name), 201)
  })

  routes.post(`${base}/delete/`, auth, async (c) => {
    const entities = resource.entities(c.get('application'))
    const names = selected(await jsonBody(c), entities, kind)
    for (const name of names) entities.editable(name).deleted = true
    return c.json({ deleted: names.length })
  })

  routes.get(`${base}/:vendorData/`, auth, (c) => c.json(shown(c, known(c))))

  routes.patch(`${base}/:vendorData/`, auth, async (c) => {
    const application = c.get('application')
    const vendorData = known(c)
    const { status, fields } = parseEntityBody(await jsonBody(c), resource.rules, resource.patchStatusWords)
    const edit = resource.entities(application).editable(vendorData)
    Object.assign(edit.fields, fields)
    edit.updatedAt = upstream.now()
    if (status !== undefined) changeStatus(application, vendorData, status, resource.patchSyncsBlocklist)
    if (Object.keys(fields).length > 0) {
      const changed = Object.keys(fields)
      upstream.emit(application, `${kind}.data.updated`, {
        didit_internal_id: edit.internalId,
        vendor_data: vendorData,
        status: edit.status,
        changed_fields: changed,
      })
    }
    return c.json(shown(c, vendorData))
  })

  routes.patch(`${base}/:vendorData/update-status/`, auth, async (c) => {
    const vendorData = known(c)
    const body = await jsonBody(c)
    const errors = new FieldErrors()
    if (body['status'] === undefined) errors.add('status', REQUIRED)
    const status = readEntityStatus(body['status'], errors, 'options')
    errors.throwIfAny()
    if (status !== undefined) changeStatus(c.get('application'), vendorData, status, true)
    return c.json(shown(c, vendorData))
  })
  return routes
}
