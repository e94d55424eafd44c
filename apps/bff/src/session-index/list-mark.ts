import { z } from 'zod'

/** The last row that was read of a list, and where it stood. */
export const Mark = z.object({ position: z.int().min(0), id: z.string(), at: z.string() })
export type Mark = z.infer<typeof Mark>
