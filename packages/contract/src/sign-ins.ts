import { z } from 'zod'

/** One browser in which somebody is signed in. */
export const SignInRow = z.object({
  id: z.string(),
  /** In plain words: "Firefox on Linux". */
  browser: z.string(),
  startedAt: z.string(),
  /** To within five minutes. */
  lastUsedAt: z.string(),
  /** When it ends, used or not. */
  endsAt: z.string(),
  /** The one that asks. */
  current: z.boolean(),
})
export type SignInRow = z.infer<typeof SignInRow>

/** `GET /api/me/sign-ins`, this one first, then newest first. */
export const SignInList = z.object({
  signIns: z.array(SignInRow),
  /** A sign-in ends after so long without use, and after so long at most. */
  idleMinutes: z.int(),
  longestHours: z.int(),
})
export type SignInList = z.infer<typeof SignInList>

export const SignInsEnded = z.object({ ended: z.int() })
export type SignInsEnded = z.infer<typeof SignInsEnded>
