import { z } from 'zod'

/** How many recovery codes are made at once. */
export const RECOVERY_CODES = 10

/** A code of the authenticator app, or a recovery code; spaces and dashes do not count. */
export const CodeInput = z.object({ code: z.string().trim().min(1, 'Write the code.').max(64) })
export type CodeInput = z.infer<typeof CodeInput>

/**
 * `202` of `POST /api/auth/sign-in/email`: the password was right, but nobody is signed in yet. `code` asks for a code,
 * `enrol` for a second factor to be set up first.
 */
export const SignInStep = z.object({ next: z.enum(['code', 'enrol']), endsAt: z.string() })
export type SignInStep = z.infer<typeof SignInStep>

/** A new secret, for a picture to scan (`uri`) or to type (`secret`). It counts once a code made from it came back. */
export const FactorOffer = z.object({ secret: z.string(), uri: z.string() })
export type FactorOffer = z.infer<typeof FactorOffer>

/** Shown once. Each opens one sign-in, should the app be lost. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof RecoveryCodes>

/** `GET /api/me/second-factor`. */
export const MyFactor = z.object({
  on: z.boolean(),
  since: z.string().nullable(),
  /** Recovery codes that were not used yet. */
  codesLeft: z.int(),
  /** True when a role of theirs demands one: it cannot be taken away then. */
  required: z.boolean(),
})
export type MyFactor = z.infer<typeof MyFactor>

/** Body of `POST /api/me/step-up`: a code from those who have a second factor, the password from others. */
export const StepUpInput = z
  .object({ password: z.string().max(256), code: z.string().trim().max(64) })
  .partial()
  .refine(({ password, code }) => (password === undefined) !== (code === undefined), 'Give the password or a code.')
export type StepUpInput = z.infer<typeof StepUpInput>
