import { permissionsOf, Role } from '@verdict/contract/access'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../store/schema.ts'

/** Why a decision of somebody who left is not sent. */
export const makerGone = 'Its maker may no longer decide. Nothing was sent.'

/** Whether who made a decision may still decide: has not left, and has a role that may. */
export async function makerStays(db: Kysely<Database> | Transaction<Database>, personId: string): Promise<boolean> {
  const person = await db
    .selectFrom('auth_user')
    .leftJoin('people_left', 'people_left.person_id', 'auth_user.id')
    .leftJoin('people_roles', 'people_roles.person_id', 'auth_user.id')
    .select(['people_left.left_at', 'people_roles.role'])
    .where('auth_user.id', '=', personId)
    .execute()
  // Persons are never deleted: who is not there was never one of ours to switch off.
  if (person.length === 0) return true
  if (person.some(({ left_at }) => left_at !== null)) return false
  const roles = person.flatMap(({ role }) => Role.safeParse(role).data ?? [])
  return permissionsOf(roles).includes('decisions.make')
}
