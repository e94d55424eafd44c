import { permissionsOf, Role as RoleSchema, type Role } from '@verdict/contract/access'
import type { Kysely, Transaction } from 'kysely'
import type { Person } from '../lib/person.ts'
import type { Database } from '../store/schema.ts'

export interface NewPerson {
  id: string
  accountId: string
  name: string
  email: string
  passwordHash: string
  roles: readonly Role[]
  /** Epoch ms. */
  at: number
}

/** Writes a person with credentials and roles, in the form in which better-auth reads them. */
export async function insertPerson(trx: Transaction<Database>, person: NewPerson): Promise<void> {
  const { id } = person
  const at = new Date(person.at).toISOString()
  await trx
    .insertInto('auth_user')
    .values({ id, name: person.name, email: person.email, emailVerified: 1, image: null, createdAt: at, updatedAt: at })
    .execute()
  await trx
    .insertInto('auth_account')
    .values({
      id: person.accountId,
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: person.passwordHash,
      createdAt: at,
      updatedAt: at,
    })
    .execute()
  await setRoles(trx, id, person.roles)
}

export async function setRoles(trx: Transaction<Database>, personId: string, roles: readonly Role[]): Promise<void> {
  await trx.deleteFrom('people_roles').where('person_id', '=', personId).execute()
  const rows = [...new Set(roles)].map((role) => ({ person_id: personId, role }))
  if (rows.length > 0) await trx.insertInto('people_roles').values(rows).execute()
}

export async function setPassword(trx: Transaction<Database>, personId: string, passwordHash: string, at: number): Promise<void> {
  const updatedAt = new Date(at).toISOString()
  await trx.updateTable('auth_account').set({ password: passwordHash, updatedAt }).where('userId', '=', personId).execute()
}

/** Ends every sign-in of a person except the one that is named, and those half done. Answers how many ended. */
export async function endSignIns(trx: Transaction<Database>, personId: string, exceptId = ''): Promise<number> {
  // First the epoch: who is signing in right now either is seen by the deletion below, or finds the new epoch.
  await trx
    .insertInto('sign_in_epochs')
    .values({ person_id: personId, epoch: 1 })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet((eb) => ({ epoch: eb('sign_in_epochs.epoch', '+', 1) })))
    .execute()
  await trx.deleteFrom('sign_in_challenges').where('person_id', '=', personId).execute()
  const gone = await trx.deleteFrom('auth_session').where('userId', '=', personId).where('id', '!=', exceptId).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** A person with today's roles; undefined for nobody. */
export async function readPerson(db: Kysely<Database> | Transaction<Database>, personId: string): Promise<Person | undefined> {
  const user = await db.selectFrom('auth_user').select(['id', 'name', 'email']).where('id', '=', personId).executeTakeFirst()
  if (!user) return undefined
  const rows = await db.selectFrom('people_roles').select('role').where('person_id', '=', personId).execute()
  const roles = rows.flatMap(({ role }) => RoleSchema.safeParse(role).data ?? []).sort()
  return { ...user, roles, permissions: permissionsOf(roles) }
}
