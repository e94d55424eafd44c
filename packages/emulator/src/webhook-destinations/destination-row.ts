import { isoSeconds } from '../store/ids.ts'
import type { Delivery, Destination } from '../store/destination.ts'
import type { JsonObject } from '../world/types.ts'
import { parseJson } from '../http/json-body.ts'

export function isFailed(delivery: Delivery): boolean {
  return delivery.status === null || delivery.status < 200 || delivery.status > 299
}

function figures(destination: Destination, all: readonly Delivery[]) {
  const own = all.filter((delivery) => delivery.destinationUuid === destination.uuid)
  const times = own.map((delivery) => delivery.durationMs)
  const failed = own.filter(isFailed).length
  const last = own.at(-1)
  return {
    total: own.length,
    failed,
    rate: own.length === 0 ? 0 : Math.round((failed / own.length) * 100),
    min: times.length === 0 ? null : Math.min(...times),
    avg: times.length === 0 ? null : Math.round(times.reduce((sum, time) => sum + time, 0) / times.length),
    max: times.length === 0 ? null : Math.max(...times),
    last: last === undefined ? null : isoSeconds(last.sentAt),
  }
}

/** A row of the list: no secret. */
export function destinationRow(destination: Destination, deliveries: readonly Delivery[]): JsonObject {
  const { total, failed, rate, avg, last } = figures(destination, deliveries)
  return {
    uuid: destination.uuid,
    label: destination.label,
    url: destination.url,
    enabled: destination.enabled,
    webhook_version: destination.version,
    subscribed_events: destination.events,
    subscribed_events_count: destination.events.length,
    deliveries_count: total,
    failed_deliveries_count: failed,
    average_response_time_ms: avg,
    error_rate_percentage: rate,
    last_delivery_at: last,
    created_at: isoSeconds(destination.createdAt),
    updated_at: isoSeconds(destination.updatedAt),
  }
}

/** One destination with its secret and figures. */
export function destinationDetail(destination: Destination, deliveries: readonly Delivery[]): JsonObject {
  const { total, failed, rate, min, avg, max, last } = figures(destination, deliveries)
  return {
    uuid: destination.uuid,
    label: destination.label,
    url: destination.url,
    enabled: destination.enabled,
    webhook_version: destination.version,
    secret_shared_key: destination.secret,
    secret_last4: destination.secret.slice(-4),
    previous_secret_expires_at: destination.previous === null ? null : isoSeconds(destination.previous.expiresAt),
    subscribed_events: destination.events,
    created_at: isoSeconds(destination.createdAt),
    updated_at: isoSeconds(destination.updatedAt),
    summary: {
      total_deliveries: total,
      failed_deliveries: failed,
      error_rate_percentage: rate,
      min_response_time_ms: min,
      avg_response_time_ms: avg,
      max_response_time_ms: max,
      last_delivery_at: last,
    },
  }
}

export function deliveryRow(delivery: Delivery): JsonObject {
  return {
    uuid: delivery.uuid,
    event_id: delivery.eventId,
    webhook_type: delivery.webhookType,
    attempt: delivery.attempt,
    status_code: delivery.status,
    success: !isFailed(delivery),
    error: delivery.error,
    response_time_ms: delivery.durationMs,
    payload: parseJson(delivery.body),
    created_at: isoSeconds(delivery.sentAt),
  }
}
