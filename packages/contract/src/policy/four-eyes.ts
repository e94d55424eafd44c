import { z } from 'zod'

/** What needs a second person, and how that person looks. */
export const FourEyesPolicy = z.object({
  /** Deciding what somebody, here or at Didit, has decided before. */
  overturn: z.boolean().default(true),
  /** Approving with a sanctions or PEP hit that stands as a confirmed match. */
  confirmedMatch: z.boolean().default(true),
  /** Risk codes; any decision on a session that carries one. */
  warningCodes: z.array(z.string().max(100)).max(200).default([]),
  /** Alpha-3 codes of issuing countries. */
  countries: z.array(z.string().length(3)).max(250).default([]),
  /** A bulk decision over more sessions than this; null: never for its size. */
  bulkOver: z.int().min(1).max(1000).nullable().default(20),
  blocklistRemoval: z.boolean().default(true),
  sharing: z.boolean().default(false),
  /** The second person gives a verdict of their own before they see the first. */
  blind: z.boolean().default(false),
  /** After this many hours something that waits is marked overdue; nothing expires by itself. */
  overdueHours: z.int().min(1).max(720).default(24),
})
export type FourEyesPolicy = z.infer<typeof FourEyesPolicy>
