import { permissionsOf, type Role } from '@verdict/contract/access'
import type { PersonChange, PersonRow } from '@verdict/contract/people'
import type { Transaction } from 'kysely'
import type { Ledger } from '../ledger/ledger.ts'
import type { Person } from '../lib/person.ts'
import type { Store } from '../store/open-store.ts'
import type { Database } from '../store/schema.ts'
import { hashPassword } from './auth.ts'
import { readRow } from './manage-people.ts'
import { lastAdmin, personUnknown } from './people.errors.ts'
import { endSignIns, setPassword, setRoles } from './people.repository.ts'

/** The decisions room's: takes back what somebody decided and nobody sent yet. Answers how many. */
export type TakeBackAll = (trx: Transaction<Database>, what: { makerId: string; by: Person; why: string }) => Promise<number>

export type ChangePerson = (input: { actor: Person; personId: string; change: PersonChange }) => Promise<PersonRow>

const adminStays = async (trx: Transaction<Database>): Promise<void> => {
  const admin = await trx
    .selectFrom('people_roles')
    .select('person_id')
    .where('role', '=', 'admin')
    .where('person_id', 'not in', (is) => is.selectFrom('people_left').select('person_id'))
    .limit(1)
    .executeTakeFirst()
  if (!admin) throw lastAdmin()
}

const sameRoles = (one: readonly Role[], other: readonly Role[]): boolean => {
  const asked = new Set(one)
  return asked.size === other.length && other.every((role) => asked.has(role))
}

const mayDecide = ({ active, roles }: PersonRow): boolean => active && permissionsOf(roles).includes('decisions.make')

/**
 * Sets somebody's roles or password, or takes their way in away and gives it back, all or nothing. Holds from that
 * person's next request on and ends their sign-ins. What they decided and is still held is taken back with it, so that
 * nothing is sent for somebody who may no longer decide. One admin who can sign in always stays.
 */
export function makeChangePerson(deps: {
  store: Store
  ledger: Ledger
  clock: () => number
  forgetIdentities: () => void
  takeBackAll: TakeBackAll
}): ChangePerson {
  const { store, ledger, clock, forgetIdentities, takeBackAll } = deps
  return async ({ actor, personId, change }) => {
    const { roles, password, active } = change
    const passwordHash = password === undefined ? undefined : await hashPassword(password)
    const row = await store.transaction().execute(async (trx) => {
      const before = await readRow(trx, personId)
      if (!before) throw personUnknown()
      const record = async (action: string, data = {}) => ledger.append(trx, { actor, action, subject: personId, data })
      if (roles !== undefined && !sameRoles(roles, before.roles)) {
        await setRoles(trx, personId, roles)
        await endSignIns(trx, personId)
        await record('person.roles-changed', { before: before.roles, after: [...new Set(roles)].sort() })
      }
      if (passwordHash !== undefined) {
        await setPassword(trx, personId, passwordHash, clock())
        await endSignIns(trx, personId)
        await record('person.password-set')
      }
      if (active === false && before.active) {
        await trx.insertInto('people_left').values({ person_id: personId, left_at: clock() }).execute()
        await endSignIns(trx, personId)
        await record('person.switched-off')
      }
      if (active === true && !before.active) {
        await trx.deleteFrom('people_left').where('person_id', '=', personId).execute()
        await record('person.switched-on')
      }
      await adminStays(trx)
      const after = (await readRow(trx, personId)) ?? before
      if (mayDecide(after)) return after
      return { ...after, takenBack: await takeBackAll(trx, { makerId: personId, by: actor, why: 'its maker may no longer decide' }) }
    })
    forgetIdentities()
    return row
  }
}
