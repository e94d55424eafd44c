import { verifyDiditWebhook } from '@verdict/didit'
import type { Metrics } from '../system/metrics.ts'
import type { Inbox } from './inbox.repository.ts'
import type { Refusals } from './refusals.ts'
import { readWebhookBody } from './webhook-body.ts'
import type { WebhookSecrets } from './webhook-secrets.ts'
import { webhookForged } from './webhooks.errors.ts'

export type ReceiveWebhook = (input: { rawBody: Uint8Array; headers: Headers }) => Promise<{ taken: boolean }>

interface WebhookDeps {
  inbox: Pick<Inbox, 'put'>
  secrets: Pick<WebhookSecrets, 'usable' | 'sawNewer'>
  refusals: Refusals
  metrics: Pick<Metrics, 'webhook'>
  clock: () => number
  /** What came with a signed event, for whoever can use it before it is gone. */
  tellDecision: (sessionId: string, eventId: string, decision: unknown) => void
  /** Called when an event is on disk: the work begins after the answer. */
  wake: () => void
}

/** Takes one delivery: verified and on disk, nothing else. What cannot be verified is counted and forgotten. */
export function makeReceiveWebhook({ inbox, secrets, refusals, metrics, clock, tellDecision, wake }: WebhookDeps): ReceiveWebhook {
  return async ({ rawBody, headers }) => {
    const now = clock()
    const usable = await secrets.usable()
    const verdict = verifyDiditWebhook({ rawBody, headers, secrets: usable.map(({ secret }) => secret), now })
    if (!verdict.ok) {
      refusals.add(verdict.why)
      metrics.webhook('refused', verdict.why)
      throw webhookForged(verdict.why)
    }
    if (verdict.rotated) secrets.sawNewer()
    const event = readWebhookBody(rawBody, verdict, headers, now)
    const taken = await inbox.put({
      event_id: event.eventId,
      type: event.type,
      session_id: event.sessionId,
      trusted: verdict.trusted ? 1 : 0,
      created_at: event.createdAt,
      received_at: now,
      status: event.status,
      kind: event.kind,
      environment: event.environment,
      how: verdict.how,
      secret: verdict.rotated || usable[verdict.secretIndex]?.previous ? 'previous' : 'current',
      sent_at: event.sentAt,
      test: event.test ? 1 : 0,
      times: 1,
      last_received_at: now,
      state: 'waiting',
      outcome: null,
      tries: 0,
      wake_at: now,
      claimed_until: 0,
    })
    metrics.webhook(taken ? 'taken' : 'repeated', verdict.how)
    if (!taken) return { taken }
    if (event.sessionId !== null && event.decision !== undefined) tellDecision(event.sessionId, event.eventId, event.decision)
    wake()
    return { taken }
  }
}
