import { z } from 'zod'
import { Role } from './access.ts'
import { FourEyesPolicy } from './policy/four-eyes.ts'
import { HoldPolicy } from './policy/holds.ts'
import { QueuePolicy } from './policy/queue.ts'
import { ReasonCatalogue } from './policy/reasons.ts'
import { RetentionPolicy } from './policy/retention.ts'

export const AccessPolicy = z.object({
  /** Roles whose holders must have a second factor. */
  secondFactorRoles: z.array(Role).default([]),
  /** How long a password or code given again is good for. */
  stepUpMinutes: z.int().min(1).max(60).default(10),
})
export type AccessPolicy = z.infer<typeof AccessPolicy>

/** The rules of a house. A version never changes; a change makes the next version. A missing part has its default. */
export const Policy = z.object({
  queue: QueuePolicy.prefault({}),
  holds: HoldPolicy.prefault({}),
  reasons: ReasonCatalogue.prefault({}),
  fourEyes: FourEyesPolicy.prefault({}),
  access: AccessPolicy.prefault({}),
  retention: RetentionPolicy.prefault({}),
})
export type Policy = z.infer<typeof Policy>

/** `GET /api/policy` and `GET /api/policy/versions/:version`. Version 0 is what a new house starts with. */
export const PolicyVersion = z.object({
  version: z.int().min(0),
  policy: Policy,
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
  madeAt: z.string().nullable(),
  note: z.string(),
})
export type PolicyVersion = z.infer<typeof PolicyVersion>

/** Body of `PUT /api/policy`: 409 when somebody else changed the policy since `expectedVersion`. */
export const PolicyChange = z.object({
  expectedVersion: z.int().min(0),
  policy: Policy,
  note: z.string().trim().min(1, 'Write why the policy changes.').max(500),
})
export type PolicyChange = z.infer<typeof PolicyChange>

/** `GET /api/policy/versions`, newest first. */
export const PolicyHistory = z.object({ versions: z.array(PolicyVersion.omit({ policy: true })) })
export type PolicyHistory = z.infer<typeof PolicyHistory>
