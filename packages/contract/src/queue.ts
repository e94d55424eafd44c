import { z } from 'zod'
import { Count, SessionRow } from './session.ts'

export const whyCodes = ['over-level', 'near-level', 'watch-list', 'declining-warning', 'returned', 'company', 'oldest', 'in-turn'] as const

/** One reason why a row is where it is, in words. */
export const WhyHere = z.object({ code: z.enum(whyCodes), text: z.string() })
export type WhyHere = z.infer<typeof WhyHere>

export const QueueRow = SessionRow.extend({
  /** Since when it waits, as far as known (creation, until the moment it entered review is known). */
  waitingSince: z.string(),
  why: z.array(WhyHere),
  /** A decision of ours that is under way for this session, by whom. */
  pending: z.object({ decisionId: z.string(), outcome: z.string(), by: z.string(), state: z.string() }).nullable(),
})
export type QueueRow = z.infer<typeof QueueRow>

export const queueViews = ['all', 'watchList', 'returned', 'companies'] as const
export const QueueView = z.enum(queueViews)
export type QueueView = z.infer<typeof QueueView>

export const QueueQuery = z.object({
  view: QueueView.default('all'),
  workflow: z.string().max(500).optional(),
  country: z.string().max(300).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type QueueQuery = z.infer<typeof QueueQuery>

/** Oldest first. */
export const QueuePage = z.object({
  rows: z.array(QueueRow),
  counts: z.record(QueueView, Count),
  nextCursor: z.string().nullable(),
  asOf: z.string(),
  /** False while what is in review is still being read for the first time. */
  complete: z.boolean(),
  /** True while warnings of some rows are still being read; ask again in a few seconds. */
  filling: z.boolean(),
})
export type QueuePage = z.infer<typeof QueuePage>
