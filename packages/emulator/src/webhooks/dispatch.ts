import { setImmediate as afterAnswer } from 'node:timers/promises'
import type { Delivery, Destination } from '../store/destination.ts'
import type { JsonObject } from '../world/types.ts'
import { objectAt, wordAt } from '../json-value.ts'
import { singularDecision } from '../shares/singular-decision.ts'
import { pythonJson } from './python-json.ts'
import { signatureHeaders } from './signatures.ts'
import type { WebhookEvent } from './webhook-event.ts'

const TIMEOUT_MS = 5_000
export const RETRY_DELAYS_MS: readonly number[] = [60_000, 240_000]
const KEPT_DELIVERIES = 5_000

/** Ways to make deliveries go wrong on purpose. */
export interface Mischief {
  /** Extra copies of each event. */
  duplicate: number
  /** Events are held in pairs and sent newest first. */
  reorder: boolean
  /** How many of the next events are lost. */
  drop: number
}

export interface DispatcherOptions {
  now: () => number
  newId: () => string
  fetch: typeof fetch
  retryDelays: readonly number[]
}

/** Sends events to destinations after the answer that caused them, retrying as Didit does. */
export class Dispatcher {
  mischief: Mischief = { duplicate: 0, reorder: false, drop: 0 }
  readonly #options: DispatcherOptions
  readonly #running = new Set<Promise<void>>()
  readonly #held: WebhookEvent[] = []
  #stop = new AbortController()

  constructor(options: DispatcherOptions) {
    this.#options = options
  }

  emit(event: WebhookEvent): void {
    if (!event.application.destinations.some((destination) => wants(destination, event))) return
    if (this.mischief.drop > 0) {
      this.mischief.drop -= 1
      return
    }
    if (!this.mischief.reorder) return this.#send(event)
    this.#held.push(event)
    if (this.#held.length >= 2) this.flush()
  }

  /** Sends what `reorder` holds back, newest first; returns how many. */
  flush(): number {
    const held = this.#held.splice(0).toReversed()
    for (const event of held) this.#send(event)
    return held.length
  }

  /** One attempt at once, outside the subscriptions: a resend, or a test delivery. */
  async resend(destination: Destination, event: WebhookEvent, options: { test?: boolean } = {}): Promise<Delivery> {
    return this.#attempt(destination, event, 1, options.test === true)
  }

  /** Resolves when nothing is being sent or waits for its retry. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running)
  }

  /** Gives up what waits and cuts what is under way. */
  async stop(): Promise<void> {
    this.#stop.abort()
    this.#held.length = 0
    await this.idle()
    this.#stop = new AbortController()
  }

  #send(event: WebhookEvent): void {
    for (const destination of event.application.destinations) {
      if (!wants(destination, event)) continue
      for (let copy = 0; copy <= this.mischief.duplicate; copy += 1) this.#track(this.#deliver(destination, event))
    }
  }

  #track(work: Promise<void>): void {
    const tracked = work.catch(() => undefined).finally(() => this.#running.delete(tracked))
    this.#running.add(tracked)
  }

  async #deliver(destination: Destination, event: WebhookEvent): Promise<void> {
    const { signal } = this.#stop
    await afterAnswer()
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      const delivery = await this.#attempt(destination, event, attempt, false)
      const delay = this.#options.retryDelays[attempt - 1]
      if (delay === undefined || !isRetried(delivery.status)) return
      await pause(delay, signal)
    }
  }

  async #attempt(destination: Destination, event: WebhookEvent, attempt: number, test: boolean): Promise<Delivery> {
    const { now, newId } = this.#options
    const sentAt = now()
    const payload = envelopeOf(event, destination, sentAt, test)
    const body = pythonJson(payload, { ascii: true })
    const { previous } = destination
    const headers = {
      'Content-Type': 'application/json',
      'User-Agent': 'DiditWebhook/2.0 +https://didit.me',
      'X-Timestamp': wordAt(payload, 'timestamp'),
      ...signatureHeaders(payload, body, destination.secret),
      ...(previous !== null && previous.expiresAt > sentAt ? signatureHeaders(payload, body, previous.secret, '-Previous') : {}),
      ...(test ? { 'X-Didit-Test-Webhook': 'true' } : {}),
    }
    const answer = await this.#post(destination.url, headers, body)
    const delivery: Delivery = {
      uuid: newId(),
      destinationUuid: destination.uuid,
      eventId: event.id,
      webhookType: event.type,
      attempt,
      ...answer,
      durationMs: now() - sentAt,
      sentAt,
      body,
    }
    const { deliveries } = event.application
    deliveries.push(delivery)
    if (deliveries.length > KEPT_DELIVERIES) deliveries.shift()
    return delivery
  }

  async #post(url: string, headers: Record<string, string>, body: string): Promise<{ status: number | null; error: string | null }> {
    const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), this.#stop.signal])
    try {
      const response = await this.#options.fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
      await response.body?.cancel()
      return { status: response.status, error: null }
    } catch (error) {
      return { status: null, error: error instanceof Error ? error.message : 'no answer' }
    }
  }
}

function envelopeOf(event: WebhookEvent, destination: Destination, sentAt: number, test: boolean): JsonObject {
  const payload: JsonObject = {
    environment: 'live',
    ...event.body,
    event_id: event.id,
    webhook_type: event.type,
    timestamp: Math.floor(sentAt / 1000),
    created_at: Math.floor(event.createdAt / 1000),
    application_id: event.application.id,
  }
  if (test) payload['metadata'] = { ...objectAt(payload, 'metadata'), test_webhook: true }
  const decision = objectAt(payload, 'decision')
  if (decision !== undefined && destination.version !== 'v3') payload['decision'] = singularDecision(decision)
  return payload
}

function wants(destination: Destination, event: WebhookEvent): boolean {
  return destination.enabled && destination.events.includes(event.type)
}

function isRetried(status: number | null): boolean {
  return status === null || status >= 500 || status === 404
}

/** Waits, or returns early when stopped; a waiting retry does not keep the process alive. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, ms)
    timer.unref()
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
