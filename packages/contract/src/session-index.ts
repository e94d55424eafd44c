import { z } from 'zod'

export const indexPhases = ['starting', 'filling', 'watching'] as const

/** `GET /api/index`: how far our own list of sessions is, and how many there are of each value under a filter. */
export const IndexProgress = z.object({
  /** `starting`: nothing is known yet. `filling`: older sessions are still being read for the first time. */
  phase: z.enum(indexPhases),
  /** Sessions that are known. */
  known: z.int(),
  /** How many there are by Didit's own count; `exact: false` where it does not count to the end. */
  expected: z.object({ value: z.int(), exact: z.boolean() }),
  /** When the newest were last compared with Didit's list; null before the first time. */
  comparedAt: z.string().nullable(),
  /** When all of them were last compared, the older of both kinds; null before the first time. */
  sweptAt: z.string().nullable(),
  /** Cases whose details are still to be read. */
  unread: z.int(),
})
export type IndexProgress = z.infer<typeof IndexProgress>

/** `GET /api/index/facets`: counts of each value under the other filters, exact. */
export const IndexFacets = z.object({
  status: z.record(z.string(), z.int()),
  kind: z.record(z.string(), z.int()),
  country: z.record(z.string(), z.int()),
  workflow: z.record(z.string(), z.int()),
})
export type IndexFacets = z.infer<typeof IndexFacets>

export const IndexFacetsQuery = z.object({
  status: z.string().max(300).optional(),
  kind: z.enum(['user', 'business', 'all']).default('all'),
  country: z.string().max(300).optional(),
  workflow: z.string().max(500).optional(),
})
export type IndexFacetsQuery = z.infer<typeof IndexFacetsQuery>
