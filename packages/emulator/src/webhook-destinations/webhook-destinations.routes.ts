import type { Context } from 'hono'
import { Hono } from 'hono'
import { authenticate } from '../http/authenticate.ts'
import { detail, fieldError } from '../http/didit-errors.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { isDate } from '../http/fields.ts'
import { jsonBody, parseJson } from '../http/json-body.ts'
import { envelope, pageOf } from '../http/paginate.ts'
import { idParam, uuidParam } from '../http/paths.ts'
import { isObject } from '../json-value.ts'
import type { Destination } from '../store/destination.ts'
import type { Upstream } from '../upstream.ts'
import type { WebhookEvent } from '../webhooks/webhook-event.ts'
import { WEBHOOK_EVENTS } from '../webhooks/webhook-event.ts'
import { parseDestinationBody } from './destination-body.ts'
import { deliveryRow, destinationDetail, destinationRow } from './destination-row.ts'

const BASE = '/v3/webhook/destinations/'
const ONE = `${BASE}${uuidParam('destinationId')}/`
const COUNT_CAP = 100
const DAY = 86_400_000
/** Written at each attempt, so not part of the event itself. */
const STAMPED = new Set(['timestamp', 'created_at', 'event_id', 'webhook_type', 'application_id'])

function destinationOf(c: Context<EmulatorEnv>): Destination {
  const found = c.get('application').destinations.find((candidate) => candidate.uuid === idParam(c, 'destinationId'))
  if (found === undefined) throw detail(404, 'Webhook destination not found.')
  return found
}

function dayParam(c: Context, name: string): number | null {
  const text = c.req.query(name)
  if (text === undefined || text === '') return null
  if (!isDate(text)) throw fieldError(name, 'Enter a valid date.')
  return Date.parse(`${text}T00:00:00Z`)
}

/** `/v3/webhook/destinations/`, their deliveries and the resend of one. */
export function webhookDestinationsRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  const auth = authenticate(upstream)

  routes.get(BASE, auth, (c) => {
    const { destinations, deliveries } = c.get('application')
    return c.json(destinations.map((destination) => destinationRow(destination, deliveries)))
  })

  routes.post(BASE, auth, async (c) => {
    const { destinations, deliveries, ids } = c.get('application')
    const body = parseDestinationBody(await jsonBody(c), destinations, true)
    const now = upstream.now()
    const destination: Destination = {
      uuid: ids.uuid(),
      label: body.label ?? '',
      url: body.url ?? '',
      enabled: body.enabled ?? true,
      version: body.version ?? 'v3',
      secret: ids.token(43),
      previous: null,
      events: body.events ?? [],
      createdAt: now,
      updatedAt: now,
    }
    destinations.push(destination)
    return c.json(destinationDetail(destination, deliveries), 201)
  })

  routes.get(ONE, auth, (c) => c.json(destinationDetail(destinationOf(c), c.get('application').deliveries)))

  routes.patch(ONE, auth, async (c) => {
    const { destinations, deliveries } = c.get('application')
    const destination = destinationOf(c)
    const others = destinations.filter((other) => other !== destination)
    Object.assign(destination, parseDestinationBody(await jsonBody(c), others, false), { updatedAt: upstream.now() })
    return c.json(destinationDetail(destination, deliveries))
  })

  routes.delete(ONE, auth, (c) => {
    const { destinations } = c.get('application')
    destinations.splice(destinations.indexOf(destinationOf(c)), 1)
    return c.body(null, 204)
  })

  routes.get(`${ONE}deliveries/`, auth, (c) => {
    const destination = destinationOf(c)
    const page = pageOf(c)
    const from = dayParam(c, 'date_from') ?? Number.NEGATIVE_INFINITY
    const to = (dayParam(c, 'date_to') ?? Number.POSITIVE_INFINITY) + DAY
    const found = c
      .get('application')
      .deliveries.filter((delivery) => delivery.destinationUuid === destination.uuid && delivery.sentAt >= from && delivery.sentAt < to)
      .toReversed()
    const told = { count: Math.min(found.length, COUNT_CAP), hasMore: page.offset + page.limit < found.length }
    return c.json(envelope(c, page, told, found.slice(page.offset, page.offset + page.limit).map(deliveryRow)))
  })

  routes.post(`${ONE}deliveries/${uuidParam('deliveryId')}/resend/`, auth, async (c) => {
    const application = c.get('application')
    const destination = destinationOf(c)
    const delivery = application.deliveries.find((candidate) => candidate.uuid === idParam(c, 'deliveryId'))
    const type = WEBHOOK_EVENTS.find((candidate) => candidate === delivery?.webhookType)
    if (delivery === undefined || type === undefined) throw detail(404, 'Webhook delivery not found.')
    const payload = parseJson(delivery.body)
    const stored = isObject(payload) ? payload : {}
    const body = Object.fromEntries(Object.entries(stored).filter(([key]) => !STAMPED.has(key)))
    const createdAt = Number(stored['created_at'] ?? 0) * 1000
    const event: WebhookEvent = { id: delivery.eventId, type, application, createdAt, body }
    return c.json(deliveryRow(await upstream.dispatcher.resend(destination, event)))
  })
  return routes
}
