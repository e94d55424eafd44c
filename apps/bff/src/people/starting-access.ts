import type { AccessPolicy } from '@verdict/contract/policy'
import type { Env } from '../env.ts'

/**
 * Whom a new house asks for a second factor: admins and managers, who give roles and change the rules. The demo has
 * seats with a known password, so a code would protect nothing there.
 */
export function startingAccess({ demoStaff }: Pick<Env, 'demoStaff'>): Partial<AccessPolicy> {
  return { secondFactorRoles: demoStaff ? [] : ['admin', 'manager'] }
}
