import type { Me, Permission, Role } from '@verdict/contract/access'
import { ProblemError } from './problem.ts'

/** Who may open a page, in words. The bff decides; a test holds this against the contract. */
export const holders = {
  'queue.read': ['reviewer', 'senior', 'manager', 'auditor'],
  'sessions.read': ['reviewer', 'senior', 'analyst', 'manager', 'auditor'],
  'blocklist.read': ['analyst', 'manager', 'auditor'],
  'shares.read': ['manager', 'auditor'],
  'ledger.read': ['manager', 'auditor'],
  'people.manage': ['admin'],
  'connection.read': ['auditor', 'admin'],
  'alarms.read': ['manager', 'auditor'],
  'policy.read': ['reviewer', 'senior', 'analyst', 'manager', 'auditor', 'admin'],
  'policy.change': ['manager'],
  'approvals.read': ['reviewer', 'senior', 'analyst', 'manager', 'auditor'],
} as const satisfies Partial<Record<Permission, readonly Role[]>>

export type PagePermission = keyof typeof holders

/** "A manager or an auditor". */
export function holdersOf(permission: PagePermission): string {
  const names = holders[permission].map((role) => (/^[aeiou]/.test(role) ? `an ${role}` : `a ${role}`))
  const text = names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}` : (names[0] ?? 'nobody')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Refuses a page to people who may not see it, before anything is asked of the bff. */
export function needs(me: Me, permission: PagePermission): void {
  if (me.permissions.includes(permission)) return
  throw new ProblemError({
    type: 'about:blank',
    status: 403,
    code: 'not-allowed',
    title: 'Your role does not open this page',
    detail: `${holdersOf(permission)} may. You are signed in as ${me.name} (${me.roles.join(', ') || 'no role'}); ask a Verdict admin if that should change.`,
  })
}
