import { z } from 'zod'

const days = z.int().min(1).max(3650)

/** How long what is not the record is kept. The ledger itself is never purged. */
export const RetentionPolicy = z.object({
  /** Last decision payload of a session, encrypted, for reading while Didit is down. */
  keptCaseDays: days.default(30),
  webhookBodyDays: days.default(30),
  /** Index rows of sessions that are gone at Didit. */
  goneRowDays: days.default(30),
  viewLogDays: days.default(365),
  /** Sessions exempt from every purge. */
  legalHold: z.array(z.string().max(100)).max(10_000).default([]),
})
export type RetentionPolicy = z.infer<typeof RetentionPolicy>
