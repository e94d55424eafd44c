export interface Destination {
  uuid: string
  label: string
  url: string
  enabled: boolean
  version: 'v1' | 'v2' | 'v3'
  secret: string
  /** Secret before the last rotation and when it stops counting (epoch ms). */
  previous: { secret: string; expiresAt: number } | null
  events: string[]
  createdAt: number
  updatedAt: number
}

/** One attempt to deliver one event to one destination. */
export interface Delivery {
  uuid: string
  destinationUuid: string
  eventId: string
  webhookType: string
  attempt: number
  /** HTTP status, or null when nothing was answered. */
  status: number | null
  error: string | null
  durationMs: number
  sentAt: number
  /** The body that was sent. */
  body: string
}
