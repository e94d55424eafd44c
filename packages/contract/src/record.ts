import { z } from 'zod'
import { JsonObject } from './json.ts'

/** One entry of the ledger, as auditors read it. */
export const LedgerRow = z.object({
  seq: z.int(),
  at: z.string(),
  who: z.string(),
  roles: z.array(z.string()),
  /** Dotted: `decision.made`, `decision.settled`, `note.added`. */
  action: z.string(),
  sessionId: z.string().nullable(),
  reason: z.string().nullable(),
  outcome: z.string().nullable(),
  /** Seq of the entry whose outcome this one tells. */
  ref: z.int().nullable(),
  data: JsonObject,
  /** RFC 6962 leaf hash, hex. */
  hash: z.string(),
})
export type LedgerRow = z.infer<typeof LedgerRow>

/** Query of `GET /api/ledger`, newest first. */
export const LedgerQuery = z.object({
  session: z.uuid('This is not a session id.').optional(),
  action: z.string().max(60).optional(),
  who: z.string().max(200).optional(),
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type LedgerQuery = z.infer<typeof LedgerQuery>

export const LedgerPage = z.object({ entries: z.array(LedgerRow), count: z.int(), nextBefore: z.int().nullable() })
export type LedgerPage = z.infer<typeof LedgerPage>
