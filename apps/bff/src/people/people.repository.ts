import type { Role } from '@verdict/contract/access'
import type { Transaction } from 'kysely'
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

/** Ends every sign-in of a person except the one that is named. */
export async function endSignIns(trx: Transaction<Database>, personId: string, exceptId = ''): Promise<void> {
  await trx.deleteFrom('auth_session').where('userId', '=', personId).where('id', '!=', exceptId).execute()
}
