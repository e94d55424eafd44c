import { z } from 'zod'

/** `GET /api/connection`: how things stand with Didit, for the top bar and for admins. */
export const Connection = z.object({
  /** False from the first failed call until the next answered one. */
  answers: z.boolean(),
  /** Since when it does not answer. */
  downSince: z.string().nullable(),
  /** Last time that Didit answered anything. */
  asOf: z.string().nullable(),
  /** What is wrong, as a sentence, or null. */
  problem: z.string().nullable(),
  budget: z.object({
    reads: z.object({ used: z.int(), limit: z.int() }),
    writes: z.object({ used: z.int(), limit: z.int() }),
    pdfs: z.object({ used: z.int(), limit: z.int() }),
    /** Corrections of documents; `freeInSeconds` is 0 while there is room. */
    edits: z.object({ used: z.int(), limit: z.int(), freeInSeconds: z.int() }),
  }),
})
export type Connection = z.infer<typeof Connection>
