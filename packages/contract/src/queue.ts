import { z } from 'zod'
import { Lease, TabId } from './lease.ts'
import { Count, SessionRow } from './session.ts'

export const whyCodes = [
  'over-level',
  'near-level',
  'in-turn',
  'second-look',
  'assigned',
  'urgent',
  'watch-list',
  'declining-warning',
  'returned',
  'company',
] as const

/** One reason why a row is where it is, in words. */
export const WhyHere = z.object({
  code: z.enum(whyCodes),
  text: z.string(),
  /** How many minutes earlier it is due for this; null for what is no signal. */
  minutes: z.int().nullable(),
})
export type WhyHere = z.infer<typeof WhyHere>

export const snoozeEvents = ['documents', 'status', 'note'] as const
export const SnoozeEvent = z.enum(snoozeEvents)
export type SnoozeEvent = z.infer<typeof SnoozeEvent>

/** Put off by somebody; it comes back by itself. */
export const Snooze = z.object({
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.string(),
  /** At the latest. */
  until: z.string(),
  /** It comes back sooner when this happens. */
  untilEvent: SnoozeEvent.nullable(),
  reason: z.string(),
})
export type Snooze = z.infer<typeof Snooze>

export const Assignee = z.object({ id: z.string(), name: z.string() })
export type Assignee = z.infer<typeof Assignee>

export const QueueRow = SessionRow.extend({
  /** Since when it waits, as far as known (creation, until the moment it entered review is known). */
  waitingSince: z.string(),
  /** When it should be done, signals considered: the one order of the queue. */
  dueAt: z.string(),
  why: z.array(WhyHere),
  /** A decision of ours that is under way for this session, by whom. */
  pending: z.object({ decisionId: z.string(), outcome: z.string(), by: z.string(), state: z.string() }).nullable(),
  /** Who works on it now. */
  lease: Lease.pick({ holder: true, since: true, until: true }).nullable(),
  assignee: Assignee.nullable(),
  snooze: Snooze.nullable(),
  /** A decision of somebody else that waits for the reader’s own look; answered under Approvals. */
  secondLook: z.object({ approvalId: z.string() }).nullable(),
})
export type QueueRow = z.infer<typeof QueueRow>

export const queueViews = ['all', 'watchList', 'returned', 'companies', 'mine', 'snoozed'] as const
export const QueueView = z.enum(queueViews)
export type QueueView = z.infer<typeof QueueView>

const Filter = z.object({
  view: QueueView.default('all'),
  workflow: z.string().max(500).optional(),
  country: z.string().max(300).optional(),
})

export const QueueQuery = Filter.extend({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type QueueQuery = z.infer<typeof QueueQuery>

/**
 * What waits for a second look of the reader first, then what is assigned to them, then by the time at which it is due,
 * then what is assigned to others.
 */
export const QueuePage = z.object({
  rows: z.array(QueueRow),
  counts: z.record(QueueView, Count),
  /** Version of the policy that made the order. */
  policy: z.int(),
  nextCursor: z.string().nullable(),
  asOf: z.string(),
  /** False while what is in review is still being read for the first time. */
  complete: z.boolean(),
  /** True while warnings of some rows are still being read; ask again in a few seconds. */
  filling: z.boolean(),
})
export type QueuePage = z.infer<typeof QueuePage>

/** Body of `POST /api/queue/next`. */
export const NextInput = Filter.extend({
  tab: TabId.optional(),
  /** Cases that the person has just passed over. */
  skip: z.array(z.string().max(100)).max(100).default([]),
})
export type NextInput = z.infer<typeof NextInput>

/** The next case, leased to the caller; or none, and what all that waits is waiting for. */
export const NextCase = z.object({
  session: z.object({ id: z.string(), name: z.string().nullable(), number: z.int().nullable() }).nullable(),
  lease: Lease.nullable(),
  /** Null when there is one. */
  empty: z
    .object({
      waiting: z.int(),
      leased: z.int(),
      deciding: z.int(),
      assignedToOthers: z.int(),
      snoozed: z.int(),
      passedOver: z.int(),
      why: z.string(),
    })
    .nullable(),
})
export type NextCase = z.infer<typeof NextCase>

const DAY_MS = 86_400_000
/** Nothing is put off for longer. */
export const LONGEST_SNOOZE_MS = 30 * DAY_MS

/** Body of `POST /api/sessions/:id/snooze`. */
export const SnoozeInput = z
  .object({
    until: z.iso.datetime({ error: 'Write the time as 2026-01-31T09:00:00Z.' }).optional(),
    untilEvent: SnoozeEvent.optional(),
    reason: z.string().trim().min(1, 'Say why it is put off.').max(500),
  })
  .superRefine((input, context) => {
    if (!input.until && !input.untilEvent) {
      context.addIssue({ code: 'custom', path: ['until'], message: 'Say until when, or until what happens.' })
    }
  })
export type SnoozeInput = z.infer<typeof SnoozeInput>

/** Body of `POST /api/sessions/:id/assignee`; null gives it back to everybody. */
export const AssigneeInput = z.object({ personId: z.string().min(1).max(100).nullable() })
export type AssigneeInput = z.infer<typeof AssigneeInput>

/** What the desk has put on a waiting case. */
export const QueueMarks = z.object({ assignee: Assignee.nullable(), snooze: Snooze.nullable() })
export type QueueMarks = z.infer<typeof QueueMarks>

/** `GET /api/queue/people`: to whom a case can be assigned. */
export const QueuePeople = z.object({ people: z.array(Assignee) })
export type QueuePeople = z.infer<typeof QueuePeople>
