import { z } from 'zod'
import { BlocklistItem } from './case.ts'

const reason = z.string().trim().min(1, 'Say why, for the record.').max(2000, 'Keep it under 2,000 characters.')

/** Body of `POST /api/blocklist`. */
export const BlocklistAdd = z.object({
  sessionId: z.uuid('This is not a session id.'),
  items: z.array(BlocklistItem).min(1, 'Choose at least one thing to block.').max(4),
  reason,
})
export type BlocklistAdd = z.infer<typeof BlocklistAdd>

/** Body of `POST /api/blocklist/remove`. */
export const BlocklistRemove = BlocklistAdd
export type BlocklistRemove = BlocklistAdd

export const BlocklistEntry = z.object({
  item: BlocklistItem,
  sessionId: z.string(),
  sessionNumber: z.int().nullable(),
  /** The number, address or document that is blocked; null for a face. */
  value: z.string().nullable(),
  blockedAt: z.string().nullable(),
  /** `GET /api/sessions/:sessionId/media/:ref`, or null. */
  mediaRef: z.string().nullable(),
  /** Ours, when it was added here. */
  by: z.string().nullable(),
  reason: z.string().nullable(),
})
export type BlocklistEntry = z.infer<typeof BlocklistEntry>

export const BlocklistQuery = z.object({
  item: BlocklistItem.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  offset: z.coerce.number().int().min(0).default(0),
})
export type BlocklistQuery = z.infer<typeof BlocklistQuery>

export const BlocklistPage = z.object({
  entries: z.array(BlocklistEntry),
  count: z.int(),
  nextOffset: z.int().nullable(),
  asOf: z.string(),
})
export type BlocklistPage = z.infer<typeof BlocklistPage>

/** Answer of 202: nothing is removed until a second person agrees. */
export const BlocklistAsked = z.object({ approvalId: z.string(), why: z.array(z.string()) })
export type BlocklistAsked = z.infer<typeof BlocklistAsked>

/** Answer of adding and removing. */
export const BlocklistDone = z.object({ sessionId: z.string(), items: z.array(BlocklistItem), ledgerSeq: z.int() })
export type BlocklistDone = z.infer<typeof BlocklistDone>
