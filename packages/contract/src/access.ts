import { z } from 'zod'

export const roles = ['reviewer', 'senior', 'analyst', 'manager', 'auditor', 'admin'] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

export const permissions = [
  'queue.read',
  'sessions.read',
  'decisions.read',
  'decisions.make',
  'decisions.overturn',
  'leases.takeover',
  'queue.assign',
  'notes.read',
  'notes.write',
  'aml.review',
  'features.override',
  'data.correct',
  'blocklist.read',
  'blocklist.add',
  'blocklist.remove',
  'reports.read',
  'shares.read',
  'shares.make',
  'imports.make',
  'ledger.read',
  'connection.read',
  'connection.manage',
  'alarms.read',
  'alarms.manage',
  'people.manage',
  'policy.read',
  'policy.change',
  'approvals.read',
  'approvals.give',
  'blocklist.approve',
  'shares.approve',
] as const
export const Permission = z.enum(permissions)
export type Permission = z.infer<typeof Permission>

const reading = ['sessions.read', 'decisions.read', 'notes.read', 'policy.read'] as const satisfies Permission[]
const reviewing = [
  ...reading,
  'queue.read',
  'decisions.make',
  'notes.write',
  'aml.review',
  'approvals.read',
] as const satisfies Permission[]
const supervising = [
  ...reviewing,
  'decisions.overturn',
  'approvals.give',
  'leases.takeover',
  'queue.assign',
  'features.override',
  'data.correct',
] as const satisfies Permission[]

/** What each role may do. A person with several roles may do the sum. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  reviewer: reviewing,
  senior: supervising,
  analyst: [...reading, 'notes.write', 'blocklist.read', 'blocklist.add', 'blocklist.remove', 'approvals.read'],
  manager: [
    ...supervising,
    'blocklist.read',
    'blocklist.remove',
    'reports.read',
    'shares.read',
    'shares.make',
    'imports.make',
    'ledger.read',
    'policy.change',
    'alarms.read',
    'alarms.manage',
    'blocklist.approve',
    'shares.approve',
  ],
  auditor: [
    ...reading,
    'queue.read',
    'blocklist.read',
    'reports.read',
    'shares.read',
    'ledger.read',
    'connection.read',
    'alarms.read',
    'approvals.read',
  ],
  admin: ['people.manage', 'connection.read', 'connection.manage', 'policy.read'],
}

export function permissionsOf(held: readonly Role[]): Permission[] {
  const granted = new Set(held.flatMap((role) => rolePermissions[role]))
  return permissions.filter((permission) => granted.has(permission))
}

/** `GET /api/me`: who is signed in and what they may do. */
export const Me = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  permissions: z.array(Permission),
  /** True when the data is the emulator's: the page says "Demo data". */
  demo: z.boolean(),
  version: z.string(),
  undoSeconds: z.number(),
  /** True when they sign in with a code besides the password. */
  secondFactor: z.boolean(),
})
export type Me = z.infer<typeof Me>

/** `GET /api/welcome`, readable by nobody signed in: what the sign-in page shows. */
export const Welcome = z.object({
  version: z.string(),
  demo: z.boolean(),
  /** Demo seats with their shared password; null outside demo mode. */
  seats: z.array(z.object({ email: z.string(), role: Role, about: z.string() })).nullable(),
  password: z.string().nullable(),
  /** True until the first admin exists. */
  needsFirstAdmin: z.boolean(),
  upstream: z.object({ answers: z.boolean(), asOf: z.string().nullable() }),
})
export type Welcome = z.infer<typeof Welcome>
