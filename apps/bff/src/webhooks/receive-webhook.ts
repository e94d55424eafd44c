import { verifyDiditWebhook } from '@verdict/didit'
import { z } from 'zod'
import type { Store } from '../store/open-store.ts'
import type { Metrics } from '../system/metrics.ts'
import { webhookForged } from './webhooks.errors.ts'

/** Only what is needed to know whom it concerns; the rest is asked for, never believed. */
const WebhookBody = z.looseObject({
  event_id: z.string().min(1).max(200).optional().catch(undefined),
  webhook_type: z.string().max(100).catch('unknown'),
  session_id: z.string().max(100).optional().catch(undefined),
  business_session_id: z.string().max(100).optional().catch(undefined),
  created_at: z.number().optional().catch(undefined),
})

export type ReceiveWebhook = (input: { rawBody: Uint8Array; headers: Headers }) => Promise<{ taken: boolean }>

interface WebhookDeps {
  store: Store
  clock: () => number
  secrets: readonly string[]
  metrics: Pick<Metrics, 'webhook'>
  /** Called once per event, after it is on disk; null when the event names no session. */
  changed: (sessionId: string | null) => void
}

/** Takes one delivery: verified, on disk, then told to whoever keeps something about that session. */
export function makeReceiveWebhook({ store, clock, secrets, metrics, changed }: WebhookDeps): ReceiveWebhook {
  return async ({ rawBody, headers }) => {
    const now = clock()
    const verdict = verifyDiditWebhook({ rawBody, headers, secrets, now })
    if (!verdict.ok) {
      metrics.webhook('refused')
      throw webhookForged(verdict.why)
    }
    const body = WebhookBody.parse(JSON.parse(new TextDecoder().decode(rawBody)))
    const sessionId = body.session_id ?? body.business_session_id ?? null
    // The simple signature does not cover the event id: such an event may only make us look again.
    if (verdict.trusted && body.event_id !== undefined) {
      const { numInsertedOrUpdatedRows = 0n } = await store
        .insertInto('webhook_events')
        .values({
          event_id: body.event_id,
          type: body.webhook_type,
          session_id: sessionId,
          trusted: 1,
          created_at: (body.created_at ?? Math.floor(now / 1000)) * 1000,
          received_at: now,
        })
        .onConflict((conflict) => conflict.column('event_id').doNothing())
        .executeTakeFirstOrThrow()
      if (numInsertedOrUpdatedRows === 0n) {
        metrics.webhook('repeated')
        return { taken: false }
      }
    }
    metrics.webhook('taken')
    changed(sessionId)
    return { taken: true }
  }
}
