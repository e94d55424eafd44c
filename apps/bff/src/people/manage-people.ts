import type { Role } from '@verdict/contract/access'
import { Role as RoleSchema } from '@verdict/contract/access'
import type { PersonInput, PersonRow } from '@verdict/contract/people'
import type { Transaction } from 'kysely'
import type { Ledger } from '../ledger/ledger.ts'
import type { Person } from '../lib/person.ts'
import type { Store } from '../store/open-store.ts'
import type { Database } from '../store/schema.ts'
import { hashPassword } from './auth.ts'
import { emailTaken, personUnknown } from './people.errors.ts'
import { insertPerson } from './people.repository.ts'
import { factorStanding } from './second-factor/demands.ts'

interface ManageDeps {
  store: Store
  ledger: Ledger
  clock: () => number
  newId: () => string
}

export type ListPeople = () => Promise<PersonRow[]>
export type AddPerson = (input: { actor: Person; person: PersonInput }) => Promise<PersonRow>

/** One person as admins see them; undefined for nobody. */
export async function readRow(trx: Transaction<Database> | Store, personId: string): Promise<PersonRow | undefined> {
  const user = await trx.selectFrom('auth_user').selectAll().where('id', '=', personId).executeTakeFirst()
  if (!user) return undefined
  const rows = await trx.selectFrom('people_roles').select('role').where('person_id', '=', personId).orderBy('role').execute()
  const left = await trx.selectFrom('people_left').select('person_id').where('person_id', '=', personId).executeTakeFirst()
  const { on } = await factorStanding(trx, personId)
  const { id, name, email, createdAt } = user
  return { id, name, email, roles: known(rows), addedAt: createdAt, active: left === undefined, secondFactor: on }
}

const known = (rows: readonly { role: string }[]): Role[] => rows.flatMap(({ role }) => RoleSchema.safeParse(role).data ?? [])

export function makeListPeople({ store }: Pick<ManageDeps, 'store'>): ListPeople {
  return async () => {
    const users = await store.selectFrom('auth_user').selectAll().orderBy('name').orderBy('id').execute()
    const rows = await store.selectFrom('people_roles').selectAll().orderBy('role').execute()
    const factors = new Set((await store.selectFrom('second_factors').select('person_id').execute()).map((row) => row.person_id))
    const left = new Set((await store.selectFrom('people_left').select('person_id').execute()).map((row) => row.person_id))
    return users.map(({ id, name, email, createdAt }) => ({
      id,
      name,
      email,
      roles: known(rows.filter((row) => row.person_id === id)),
      addedAt: createdAt,
      active: !left.has(id),
      secondFactor: factors.has(id),
    }))
  }
}

/** Adds somebody with an initial password, which the admin hands over. Neither it nor the e-mail goes to the record. */
export function makeAddPerson({ store, ledger, clock, newId }: ManageDeps): AddPerson {
  return async ({ actor, person }) => {
    const { name, password, roles } = person
    const email = person.email.toLowerCase()
    const passwordHash = await hashPassword(password)
    return store.transaction().execute(async (trx) => {
      const taken = await trx.selectFrom('auth_user').select('id').where('email', '=', email).executeTakeFirst()
      if (taken) throw emailTaken()
      const id = newId()
      await insertPerson(trx, { id, accountId: newId(), name, email, passwordHash, roles, at: clock() })
      await ledger.append(trx, { actor, action: 'person.added', subject: id, data: { roles } })
      const row = await readRow(trx, id)
      if (!row) throw personUnknown()
      return row
    })
  }
}
