import { z } from 'zod'

/** Filters and order of the sessions page, as they stand in its address. */
export const ViewSearch = z.record(z.string().max(40), z.string().max(500)).refine((search) => Object.keys(search).length <= 20)

export const SavedViewInput = z.object({
  name: z.string().trim().min(1, 'Give the view a name.').max(60, 'Use 60 characters or fewer.'),
  search: ViewSearch,
  /** True: the whole team has it. */
  shared: z.boolean().default(false),
})
export type SavedViewInput = z.input<typeof SavedViewInput>

export const SavedView = z.object({
  id: z.string(),
  name: z.string(),
  search: ViewSearch,
  shared: z.boolean(),
  by: z.object({ id: z.string(), name: z.string() }),
  /** True when the person asking may remove it. */
  mine: z.boolean(),
})
export type SavedView = z.infer<typeof SavedView>

/** `GET /api/views`: one's own and the team's, by name. */
export const SavedViewList = z.object({ views: z.array(SavedView) })
export type SavedViewList = z.infer<typeof SavedViewList>
