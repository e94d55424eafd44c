import type { Role } from '@verdict/contract/access'
import type { AccessPolicy } from '@verdict/contract/policy'
import type { Transaction } from 'kysely'
import type { Store } from '../../store/open-store.ts'
import type { Database } from '../../store/schema.ts'

export type ReadAccessPolicy = () => Promise<AccessPolicy>

/** Whether roles demand a second factor by the policy of now. */
export const rolesDemand = (policy: AccessPolicy, roles: readonly Role[]): boolean =>
  roles.some((role) => policy.secondFactorRoles.includes(role))

/** What a person owes: `on` they have a second factor, `due` an admin took it away and they owe a new one. */
export async function factorStanding(db: Store | Transaction<Database>, personId: string): Promise<{ on: boolean; due: boolean }> {
  const row = await db
    .selectFrom('auth_user')
    .leftJoin('second_factors', 'second_factors.person_id', 'auth_user.id')
    .leftJoin('second_factors_due', 'second_factors_due.person_id', 'auth_user.id')
    .select(['second_factors.since', 'second_factors_due.since as due_since'])
    .where('auth_user.id', '=', personId)
    .executeTakeFirst()
  return { on: (row?.since ?? null) !== null, due: (row?.due_since ?? null) !== null }
}
