import { createHash } from 'node:crypto'
import type { WebhookVerdict } from '@verdict/didit'
import { z } from 'zod'
import { adaptStatus } from '../sessions/status.adapt.ts'

/** Without control characters: no store and no page has a use for them, and PostgreSQL refuses a NUL. */
const word = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}+$/u)
    .optional()
    .catch(undefined)
const seconds = z.number().min(0).max(1e11).optional().catch(undefined)

/** Only what is needed to know whom it concerns; the rest is asked for, never believed. */
const Body = z.looseObject({
  event_id: word(200),
  webhook_type: word(100),
  /** Older deliveries name it so. */
  event: word(100),
  session_id: word(100),
  business_session_id: word(100),
  session_kind: word(40),
  status: word(60),
  environment: word(40),
  timestamp: seconds,
  created_at: seconds,
  metadata: z
    .looseObject({ test_webhook: z.boolean().optional().catch(undefined) })
    .optional()
    .catch(undefined),
})

export interface IncomingEvent {
  eventId: string
  type: string
  sessionId: string | null
  status: string | null
  kind: string | null
  environment: string | null
  createdAt: number
  sentAt: number
  test: boolean
  /** The decision that came with it; kept nowhere. */
  decision: unknown
}

/** Signed by four values only: named after them, so that nobody can spend the id of a real event. */
const hintId = (body: z.infer<typeof Body>): string =>
  `hint-${createHash('sha256')
    .update(JSON.stringify([body.timestamp, body.session_id, body.status, body.webhook_type]))
    .digest('hex')
    .slice(0, 40)}`

/** Reads a verified body. An event that only the simple signature vouches for brings no status. */
export function readWebhookBody(
  rawBody: Uint8Array,
  { trusted }: Extract<WebhookVerdict, { ok: true }>,
  headers: Headers,
  now: number,
): IncomingEvent {
  const body = Body.parse(JSON.parse(new TextDecoder().decode(rawBody)))
  const type = body.webhook_type ?? body.event ?? 'unknown'
  const sentAt = body.timestamp === undefined ? now : Math.round(body.timestamp * 1000)
  const sessionId = (body.session_id ?? body.business_session_id)?.toLowerCase() ?? null
  const business = body.session_kind === 'business' || body.business_session_id !== undefined
  const unnamed = () => `unnamed-${createHash('sha256').update(rawBody).digest('hex').slice(0, 40)}`
  return {
    eventId: trusted ? (body.event_id ?? unnamed()) : hintId(body),
    type,
    sessionId,
    status: trusted && body.status !== undefined && sessionId !== null ? adaptStatus(body.status) : null,
    kind: trusted && sessionId !== null ? (business ? 'business' : 'user') : null,
    environment: trusted ? (body.environment ?? null) : null,
    createdAt: trusted && body.created_at !== undefined ? Math.round(body.created_at * 1000) : sentAt,
    sentAt,
    decision: trusted ? body['decision'] : undefined,
    test: headers.get('x-didit-test-webhook') === 'true' || body.metadata?.test_webhook === true,
  }
}
