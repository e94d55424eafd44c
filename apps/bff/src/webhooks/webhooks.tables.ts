export interface WebhookTables {
  webhook_events: {
    event_id: string
    type: string
    session_id: string | null
    /** 0 when only the simple signature held: a hint, no more. */
    trusted: number
    /** Epoch ms, as the event says. */
    created_at: number
    received_at: number
  }
}
