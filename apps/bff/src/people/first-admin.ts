import { createHash, randomBytes } from 'node:crypto'
import type { SetupInput } from '@verdict/contract/people'
import type { Ledger } from '../ledger/ledger.ts'
import type { Person } from '../lib/person.ts'
import type { Store } from '../store/open-store.ts'
import { permissionsOf } from '@verdict/contract/access'
import { hashPassword } from './auth.ts'
import { setupOver } from './people.errors.ts'
import { insertPerson } from './people.repository.ts'

interface SetupDeps {
  store: Store
  ledger: Ledger
  clock: () => number
  newId: () => string
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** A token for the link on which the first admin is made; undefined when somebody is there. Older tokens end. */
export async function makeSetupToken({ store, clock }: Pick<SetupDeps, 'store' | 'clock'>): Promise<string | undefined> {
  const token = randomBytes(32).toString('base64url')
  return store.transaction().execute(async (trx) => {
    await trx.deleteFrom('setup_tokens').execute()
    const someone = await trx.selectFrom('people_roles').select('role').limit(1).executeTakeFirst()
    if (someone) return undefined
    await trx
      .insertInto('setup_tokens')
      .values({ token_hash: hashOf(token), made_at: clock(), used_at: null })
      .execute()
    return token
  })
}

export type SetUp = (input: SetupInput) => Promise<{ id: string }>

/** Makes the first admin, once. The token's use and the person are one transaction. */
export function makeSetUp({ store, ledger, clock, newId }: SetupDeps): SetUp {
  return async ({ token, name, email, password }) => {
    const known = await store.selectFrom('setup_tokens').select('token_hash').where('token_hash', '=', hashOf(token)).executeTakeFirst()
    if (!known) throw setupOver()
    const passwordHash = await hashPassword(password)
    return store.transaction().execute(async (trx) => {
      const used = await trx.deleteFrom('setup_tokens').where('token_hash', '=', hashOf(token)).executeTakeFirst()
      const someone = await trx.selectFrom('people_roles').select('role').limit(1).executeTakeFirst()
      if (used.numDeletedRows === 0n || someone) throw setupOver()
      const id = newId()
      await insertPerson(trx, { id, accountId: newId(), name, email: email.toLowerCase(), passwordHash, roles: ['admin'], at: clock() })
      const actor: Person = { id, name, email, roles: ['admin'], permissions: permissionsOf(['admin']) }
      await ledger.append(trx, { actor, action: 'person.added', subject: id, data: { roles: ['admin'], first: true } })
      return { id }
    })
  }
}
