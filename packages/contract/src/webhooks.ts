import { z } from 'zod'

export const deliveryStates = ['waiting', 'done', 'late', 'failed'] as const
export const DeliveryState = z.enum(deliveryStates)
export type DeliveryState = z.infer<typeof DeliveryState>

/** One event of Didit's, however often it was delivered. The body itself is not kept. */
export const Delivery = z.object({
  eventId: z.string(),
  event: z.string(),
  sessionId: z.string().nullable(),
  /** The status that the event tells, in our words. */
  status: z.string().nullable(),
  /** When it happened, when Didit sent it, when it came. */
  happenedAt: z.string(),
  sentAt: z.string(),
  receivedAt: z.string(),
  /** From happening to coming. */
  lagMs: z.int().nonnegative(),
  /** `simple` signs four values only: it makes us read again and is believed in nothing. */
  verifiedBy: z.enum(['raw', 'v2', 'simple']),
  /** Which secret fitted. */
  secret: z.enum(['current', 'previous']),
  test: z.boolean(),
  state: DeliveryState,
  /** What came of it, as a sentence. */
  outcome: z.string().nullable(),
  /** How often it was delivered, and the last time. */
  times: z.int(),
  lastReceivedAt: z.string(),
})
export type Delivery = z.infer<typeof Delivery>

export const DeliveryQuery = z.object({
  state: DeliveryState.optional(),
  event: z.string().max(100).optional(),
  session: z.string().trim().max(100).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type DeliveryQuery = z.infer<typeof DeliveryQuery>

/** `GET /api/webhooks/deliveries`, newest first. */
export const DeliveryPage = z.object({
  deliveries: z.array(Delivery),
  nextCursor: z.string().nullable(),
  counts: z.object({ lastDay: z.int(), waiting: z.int(), failed: z.int() }),
  lastReceivedAt: z.string().nullable(),
  /** Turned away unread since this server started. */
  refused: z.object({
    since: z.string(),
    total: z.int(),
    lastAt: z.string().nullable(),
    why: z.array(z.object({ why: z.string(), count: z.int() })),
  }),
  asOf: z.string(),
})
export type DeliveryPage = z.infer<typeof DeliveryPage>

export const Destination = z.object({
  id: z.string(),
  label: z.string(),
  url: z.string(),
  ours: z.boolean(),
  enabled: z.boolean(),
  version: z.string().nullable(),
  events: z.array(z.string()),
  deliveries: z.int().nullable(),
  failed: z.int().nullable(),
  lastDeliveryAt: z.string().nullable(),
})
export type Destination = z.infer<typeof Destination>

/** `GET /api/webhooks/destinations`: where Didit sends, as Didit has it. No secret is in it. */
export const Destinations = z.object({
  ourUrl: z.string(),
  state: z.enum(['missing', 'faulty', 'good']),
  /** What is wrong with ours, each a sentence. */
  faults: z.array(z.string()),
  /** Why Didit cannot reach our address at all, or null. */
  unreachable: z.string().nullable(),
  secret: z.object({
    /** True when a delivery signed by Didit could be verified here. */
    known: z.boolean(),
    last4: z.string().nullable(),
    takenAt: z.string().nullable(),
    /** Until when the secret before it is accepted. */
    previousUntil: z.string().nullable(),
    /** How many stand in DIDIT_WEBHOOK_SECRETS. */
    fromEnvironment: z.int(),
    /** Deliveries come signed twice: Didit has a newer secret than we. */
    newerSeen: z.boolean(),
  }),
  destinations: z.array(Destination),
  asOf: z.string(),
})
export type Destinations = z.infer<typeof Destinations>

/** Answer of `POST /api/webhooks/destination/secret`. */
export const SecretTaken = z.object({ changed: z.boolean(), last4: z.string(), previousUntil: z.string().nullable() })
export type SecretTaken = z.infer<typeof SecretTaken>

/** Answer of `POST /api/webhooks/destination/test`: then watch the delivery until it was received after `askedAt`. */
export const WebhookTest = z.object({
  state: z.enum(['asked', 'nothing-to-send', 'unavailable', 'failed']),
  eventId: z.string().nullable(),
  askedAt: z.string(),
  said: z.string(),
})
export type WebhookTest = z.infer<typeof WebhookTest>

/** What Didit says it sent and what never came here. */
export const Gap = z.object({
  deliveryId: z.string(),
  eventId: z.string().nullable(),
  event: z.string(),
  sessionId: z.string().nullable(),
  at: z.string().nullable(),
  /** What our side or the way there answered, as Didit tells. */
  answer: z.string(),
})
export type Gap = z.infer<typeof Gap>

/** `GET /api/webhooks/gaps`. */
export const GapList = z.object({
  gaps: z.array(Gap),
  /** How many of Didit's deliveries were compared. */
  compared: z.int(),
  since: z.string(),
  /** Why it cannot be told, or null. */
  unavailable: z.string().nullable(),
  asOf: z.string(),
})
export type GapList = z.infer<typeof GapList>
