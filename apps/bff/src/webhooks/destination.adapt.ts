import type { Destination, Gap } from '@verdict/contract/webhooks'
import type { WebhookDelivery, WebhookDestination } from '@verdict/didit/wire/settings'
import { z } from 'zod'

/** What the house cannot do without. Others that somebody subscribed are left as they are. */
export const neededEvents = ['status.updated', 'data.updated'] as const
export const neededVersion = 'v3'

const whole = (value: number | null | undefined): number | null => (typeof value === 'number' ? Math.round(value) : null)

export const adaptDestination = (wire: WebhookDestination, ourUrl: string): Destination => ({
  id: wire.uuid,
  label: wire.label ?? '',
  url: wire.url ?? '',
  ours: wire.url === ourUrl,
  enabled: wire.enabled ?? true,
  version: wire.webhook_version ?? null,
  events: wire.subscribed_events ?? [],
  deliveries: whole(wire.deliveries_count),
  failed: whole(wire.failed_deliveries_count),
  lastDeliveryAt: wire.last_delivery_at ?? null,
})

/** What is wrong with our destination, each a sentence. */
export function faultsOf({ enabled, version, events }: Destination): string[] {
  const missing = neededEvents.filter((event) => !events.includes(event))
  return [
    ...(enabled ? [] : ['It is switched off at Didit: nothing is delivered.']),
    ...(missing.length === 0 ? [] : [`It is not subscribed to ${missing.join(' and ')}.`]),
    ...(version === null || version === neededVersion ? [] : [`It sends events in the older form ${version}.`]),
  ]
}

const Payload = z.looseObject({
  event_id: z.string().optional().catch(undefined),
  session_id: z.string().optional().catch(undefined),
  business_session_id: z.string().optional().catch(undefined),
  webhook_type: z.string().optional().catch(undefined),
})
const payloadOf = (wire: WebhookDelivery) => Payload.safeParse(wire.payload).data

export const eventIdOf = (wire: WebhookDelivery): string | null => wire.event_id ?? payloadOf(wire)?.event_id ?? null

export const arrived = (wire: WebhookDelivery): boolean =>
  wire.success ?? (typeof wire.status_code === 'number' && wire.status_code >= 200 && wire.status_code < 300)

export function adaptGap(wire: WebhookDelivery): Gap {
  const payload = payloadOf(wire)
  const status = wire.status_code ?? null
  return {
    deliveryId: wire.uuid ?? '',
    eventId: eventIdOf(wire),
    event: wire.webhook_type ?? payload?.webhook_type ?? 'unknown',
    sessionId: payload?.session_id ?? payload?.business_session_id ?? null,
    at: wire.created_at ?? null,
    answer: arrived(wire)
      ? 'Didit counts it as delivered, yet it is not here.'
      : status === null
        ? 'Nothing answered in time.'
        : `It was answered with ${status}.`,
  }
}
