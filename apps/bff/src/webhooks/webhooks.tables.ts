import type { DeliveryState } from '@verdict/contract/webhooks'

/** Times are epoch ms. No body is kept: the event only says where to look. */
export interface WebhookTables {
  webhook_events: {
    event_id: string
    type: string
    session_id: string | null
    /** 0 when only the simple signature held: a hint, no more. */
    trusted: number
    /** As the event says. */
    created_at: number
    received_at: number
    status: string | null
    kind: string | null
    environment: string | null
    how: 'raw' | 'v2' | 'simple'
    secret: 'current' | 'previous'
    sent_at: number
    test: number
    times: number
    last_received_at: number
    state: DeliveryState
    outcome: string | null
    tries: number
    /** When it is due; null when nothing is left to do. */
    wake_at: number | null
    /** Until then one worker has it; a worker that died loses it. */
    claimed_until: number
  }
  /** The latest event of each session that was worked off: what is older changes nothing. */
  webhook_heads: {
    session_id: string
    created_at: number
    event_id: string
    status: string | null
  }
  /** Secrets of our destination as Didit gave them, sealed. */
  webhook_secrets: {
    id: string
    destination_id: string
    sealed: string
    last4: string
    taken_at: number
    /** Null: it counts until another is taken. */
    valid_until: number | null
  }
}
