import { Hono } from 'hono'
import { z } from 'zod'
import type { EmulatorEnv } from '../http/env.ts'
import { detail } from '../http/didit-errors.ts'
import type { Application } from '../store/application.ts'
import type { Destination } from '../store/destination.ts'
import type { Upstream } from '../upstream.ts'
import type { WebhookEvent } from '../webhooks/webhook-event.ts'
import { statusUpdated, dataUpdated, WEBHOOK_EVENTS } from '../webhooks/webhook-event.ts'
import { readControl } from './read-control.ts'

const DAY = 86_400_000

const Input = z.strictObject({
  /** Whose destination it is; ours when absent. */
  application: z.uuid().optional(),
  /** Made, or changed when one with this URL exists; null takes every destination away. */
  destination: z
    .strictObject({
      url: z.url(),
      label: z.string().optional(),
      secret: z.string().min(1).optional(),
      /** Signs a second time, as for 24 hours after a rotation. */
      previousSecret: z.string().min(1).optional(),
      events: z.array(z.enum(WEBHOOK_EVENTS)).optional(),
      version: z.enum(['v1', 'v2', 'v3']).optional(),
      enabled: z.boolean().optional(),
    })
    .nullable()
    .optional(),
  /** Sends now: `held` what reorder holds back, or one event about a session. */
  deliver: z
    .union([
      z.literal('held'),
      z.strictObject({
        sessionId: z.uuid(),
        type: z.enum(['status.updated', 'data.updated']).default('status.updated'),
        test: z.boolean().default(false),
      }),
    ])
    .optional(),
  duplicate: z.number().int().min(0).max(20).optional(),
  reorder: z.boolean().optional(),
  drop: z.number().int().min(0).optional(),
})
type Input = z.infer<typeof Input>

function setDestination(upstream: Upstream, application: Application, input: NonNullable<Input['destination']>): Destination {
  const now = upstream.now()
  let destination = application.destinations.find((candidate) => candidate.url === input.url)
  if (destination === undefined) {
    destination = {
      uuid: application.ids.uuid(),
      label: 'Control',
      url: input.url,
      enabled: true,
      version: 'v3',
      secret: application.ids.token(43),
      previous: null,
      events: [...WEBHOOK_EVENTS],
      createdAt: now,
      updatedAt: now,
    }
    application.destinations.push(destination)
  }
  destination.label = input.label ?? destination.label
  destination.secret = input.secret ?? destination.secret
  destination.events = input.events ?? destination.events
  destination.version = input.version ?? destination.version
  destination.enabled = input.enabled ?? destination.enabled
  if (input.previousSecret !== undefined) destination.previous = { secret: input.previousSecret, expiresAt: now + DAY }
  destination.updatedAt = now
  return destination
}

/** Sends one event to every destination at once, subscribed or not. */
async function deliverNow(
  upstream: Upstream,
  sessionId: string,
  options: { type: 'status.updated' | 'data.updated'; test: boolean; origin: string },
) {
  const application = upstream.ownerOf(sessionId)
  const session = application?.sessions.read(sessionId)
  if (application === undefined || session === undefined) throw detail(404, `There is no session ${sessionId}.`)
  const presenter = { upstream, application, origin: options.origin }
  const body = options.type === 'status.updated' ? statusUpdated(session, presenter) : dataUpdated(session, 'manual_review')
  const event: WebhookEvent = { id: application.ids.uuid(), type: options.type, application, createdAt: upstream.now(), body }
  return Promise.all(application.destinations.map((destination) => upstream.dispatcher.resend(destination, event, { test: options.test })))
}

/** `/__emulator/webhooks`: destinations, mischief, deliveries. */
export function webhookControls(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  routes.post('/', async (c) => {
    const input = await readControl(c, Input)
    const application = input.application === undefined ? upstream.applications[0] : upstream.byId(input.application)
    if (application === undefined) return c.json({ error: `There is no application ${input.application}.` }, 404)
    const { mischief } = upstream.dispatcher
    mischief.duplicate = input.duplicate ?? mischief.duplicate
    mischief.reorder = input.reorder ?? mischief.reorder
    mischief.drop = input.drop ?? mischief.drop
    if (input.destination === null) application.destinations.length = 0
    const destination = input.destination ? setDestination(upstream, application, input.destination) : null
    if (input.deliver === 'held') upstream.dispatcher.flush()
    const { deliver } = input
    const deliveries =
      deliver === undefined || deliver === 'held'
        ? []
        : await deliverNow(upstream, deliver.sessionId.toLowerCase(), { ...deliver, origin: upstream.originOf(c) })
    return c.json({ destination, mischief, deliveries })
  })
  routes.get('/', (c) =>
    c.json({
      mischief: upstream.dispatcher.mischief,
      applications: upstream.applications.map(({ id, destinations, deliveries }) => ({ id, destinations, deliveries })),
    }),
  )
  return routes
}
