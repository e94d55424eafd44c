import { Delivery, DeliveryPage, DeliveryQuery, Destinations, GapList, SecretTaken, WebhookTest } from '@verdict/contract/webhooks'
import { Hono } from 'hono'
import { z } from 'zod'
import { need } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import { iso } from '../lib/time.ts'
import type { Webhooks } from './make-webhooks.ts'

const EventParam = z.object({ eventId: z.string().min(1).max(200) })
const DeliveryParam = z.object({ deliveryId: z.uuid('This is not the id of a delivery.').toLowerCase() })

/** Mounted at `/api/webhooks`: what came, where it comes from, and repair. */
export function manageWebhooksRoutes(use: Webhooks['useCases']) {
  return new Hono<AppEnv>()
    .get(
      '/deliveries',
      need('connection.read', { summary: 'What Didit told us, newest first', answers: { 200: DeliveryPage } }),
      validate('query', DeliveryQuery),
      async (c) => answer(c, DeliveryPage, await use.deliveries.list(c.req.valid('query')), 200),
    )
    .get(
      '/deliveries/:eventId',
      need('connection.read', { summary: 'One delivery', answers: { 200: Delivery } }),
      validate('param', EventParam),
      async (c) => answer(c, Delivery, await use.deliveries.one(c.req.valid('param').eventId), 200),
    )
    .post(
      '/deliveries/:eventId/replay',
      need('connection.manage', { summary: 'Work one delivery off again', answers: { 200: Delivery } }),
      validate('param', EventParam),
      async (c) => answer(c, Delivery, await use.replayEvent(c.var.person, c.req.valid('param').eventId), 200),
    )
    .get('/destinations', need('connection.read', { summary: 'Where Didit sends', answers: { 200: Destinations } }), async (c) =>
      answer(c, Destinations, await use.readDestinations(), 200),
    )
    .post(
      '/destination/repair',
      need('connection.manage', {
        summary: 'Register our destination at Didit, or repair it',
        stepUp: true,
        answers: { 200: Destinations },
      }),
      async (c) => {
        await use.repairDestination(c.var.person)
        return answer(c, Destinations, await use.readDestinations(), 200)
      },
    )
    .post(
      '/destination/secret',
      need('connection.manage', { summary: 'Take over the secret after a rotation', stepUp: true, answers: { 200: SecretTaken } }),
      async (c) => {
        const taken = await use.takeSecret(c.var.person)
        return answer(c, SecretTaken, { ...taken, previousUntil: taken.previousUntil === null ? null : iso(taken.previousUntil) }, 200)
      },
    )
    .post(
      '/destination/test',
      need('connection.manage', { summary: 'Have Didit deliver once, to see whether it arrives', answers: { 200: WebhookTest } }),
      async (c) => answer(c, WebhookTest, await use.checkDelivery.test(c.var.person), 200),
    )
    .get('/gaps', need('connection.read', { summary: 'What Didit sent and what never came', answers: { 200: GapList } }), async (c) =>
      answer(c, GapList, await use.checkDelivery.gaps(), 200),
    )
    .post(
      '/gaps/:deliveryId/resend',
      need('connection.manage', { summary: 'Have Didit send one delivery again', answers: { 204: 'none' } }),
      validate('param', DeliveryParam),
      async (c) => {
        await use.checkDelivery.resend(c.var.person, c.req.valid('param').deliveryId)
        return c.body(null, 204)
      },
    )
}
