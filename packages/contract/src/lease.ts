import { z } from 'zod'

/** Names one browser tab, made by it at random: a lease is given back when the last tab of its holder leaves. */
export const TabId = z.string().regex(/^[\w-]{8,64}$/, 'Name the tab with 8 to 64 letters, digits, dashes or underscores.')

/** One person at a time works on a case. Reading never needs a lease. */
export const Lease = z.object({
  holder: z.object({ id: z.string(), name: z.string() }),
  since: z.string(),
  /** It ends by itself then, unless it is renewed. */
  until: z.string(),
  /** From whom it was taken over, with the note; null when nobody held it. */
  takenFrom: z.object({ id: z.string(), name: z.string(), note: z.string() }).nullable(),
})
export type Lease = z.infer<typeof Lease>

/** Who has a case open now, its reader included. */
export const Presence = z.object({
  lease: Lease.nullable(),
  here: z.array(z.object({ id: z.string(), name: z.string(), since: z.string() })),
})
export type Presence = z.infer<typeof Presence>

/** Answer of `POST /api/sessions/:id/lease`. */
export const LeaseTaken = Lease.extend({ here: Presence.shape.here })
export type LeaseTaken = z.infer<typeof LeaseTaken>

/** Body of `POST /api/sessions/:id/lease`. */
export const LeaseInput = z
  .object({
    tab: TabId.optional(),
    /** Takes the case from whoever works on it; for seniors and managers, with a note that goes on record. */
    takeover: z.boolean().default(false),
    note: z.string().trim().max(500).default(''),
  })
  .superRefine((input, context) => {
    if (input.takeover && input.note === '') {
      context.addIssue({ code: 'custom', path: ['note'], message: 'Say why you take the case over.' })
    }
  })
export type LeaseInput = z.infer<typeof LeaseInput>

export const TabInput = z.object({ tab: TabId })
/** Query of the two `DELETE`s. Without a tab every tab of the person counts as gone. */
export const TabQuery = z.object({ tab: TabId.optional() })
