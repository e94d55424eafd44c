import { z } from 'zod'
import { Role } from './access.ts'

/** Body of `POST /api/auth/sign-in/email`. */
export const SignInInput = z.object({
  email: z.string().trim().min(1, 'Write your e-mail address.').max(320),
  password: z.string().min(1, 'Write your password.').max(256),
})
export type SignInInput = z.infer<typeof SignInInput>

const name = z.string().trim().min(1, 'Write the name.').max(120)
const email = z.email('This is not an e-mail address.').max(320)
const password = z.string().min(12, 'Use at least 12 characters.').max(256)
const someRoles = z.array(Role).min(1, 'Choose at least one role.')

/** Body of `POST /api/people`. */
export const PersonInput = z.object({ name, email, password, roles: someRoles })
export type PersonInput = z.infer<typeof PersonInput>

export const RolesInput = z.object({ roles: someRoles })
export type RolesInput = z.infer<typeof RolesInput>

/** Body of `PATCH /api/people/:id`: what is given is changed. A new password ends that person's sign-ins. */
export const PersonChange = z
  .object({ roles: someRoles, password, active: z.boolean() })
  .partial()
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'Name something to change.')
export type PersonChange = z.infer<typeof PersonChange>

/** Body of `POST /api/me/password`. Ends the other sign-ins of whoever asks. */
export const PasswordChange = z.object({ current: z.string().min(1, 'Write your password.').max(256), next: password })
export type PasswordChange = z.infer<typeof PasswordChange>

/** Body of `POST /api/setup`: the first admin, with the token of the link that the first start prints. */
export const SetupInput = z.object({ token: z.string().min(20).max(200), name, email, password })
export type SetupInput = z.infer<typeof SetupInput>

/** A person as admins see them. */
export const PersonRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  addedAt: z.string(),
  /** False for somebody who has left: their name stays, their way in does not. */
  active: z.boolean().default(true),
  /** True for somebody who signs in with a code besides the password. */
  secondFactor: z.boolean().default(false),
  /** Held decisions that a change took back: their cases are in the queue again. */
  takenBack: z.int().optional(),
})
export type PersonRow = z.infer<typeof PersonRow>

/** `GET /api/people`, by name. */
export const PeopleList = z.object({ people: z.array(PersonRow) })
export type PeopleList = z.infer<typeof PeopleList>
