import type { Role } from '@verdict/contract/access'
import type { Store } from '../store/open-store.ts'
import { hashPassword } from './auth.ts'
import { insertPerson } from './people.repository.ts'

export const DEMO_PASSWORD = 'verdict-demo'

export const demoSeats: readonly { email: string; name: string; role: Role; about: string }[] = [
  { email: 'reviewer@verdict.example', name: 'Ines Duarte', role: 'reviewer', about: 'Works the queue and decides' },
  { email: 'reviewer2@verdict.example', name: 'Amara Osei', role: 'reviewer', about: 'A second reviewer' },
  { email: 'senior@verdict.example', name: 'Priya Raman', role: 'senior', about: 'Overturns, overrides and corrects' },
  { email: 'analyst@verdict.example', name: 'Tomasz Maj', role: 'analyst', about: 'Reads sessions and keeps the blocklist' },
  { email: 'manager@verdict.example', name: 'Lena Fischer', role: 'manager', about: 'Exports, shares and imports' },
  { email: 'auditor@verdict.example', name: 'Tom Adair', role: 'auditor', about: 'Reads everything, changes nothing' },
  { email: 'admin@verdict.example', name: 'Jonas Berg', role: 'admin', about: 'People, roles and the connection' },
]

let hash: Promise<string> | undefined

/** Seats the demo staff that are not there yet. The password is public, so its hash is made once and shared. */
export async function seedDemoStaff({ store, newId, clock }: { store: Store; newId: () => string; clock: () => number }): Promise<void> {
  hash ??= hashPassword(DEMO_PASSWORD)
  const passwordHash = await hash
  await store.transaction().execute(async (trx) => {
    for (const { email, name, role } of demoSeats) {
      const there = await trx
        .selectFrom('auth_user')
        .innerJoin('auth_account', 'auth_account.userId', 'auth_user.id')
        .select('auth_user.id')
        .where('email', '=', email)
        .executeTakeFirst()
      if (there) continue
      await trx.deleteFrom('auth_user').where('email', '=', email).execute()
      await insertPerson(trx, { id: newId(), accountId: newId(), name, email, passwordHash, roles: [role], at: clock() })
    }
  })
}

/** Takes the demo staff's way in away again, should an earlier start have seated them. */
export async function retireDemoStaff({ store, forgetIdentities }: { store: Store; forgetIdentities: () => void }): Promise<void> {
  const emails = demoSeats.map(({ email }) => email)
  await store.transaction().execute(async (trx) => {
    const seated = await trx.selectFrom('auth_user').select('id').where('email', 'in', emails).execute()
    const ids = seated.map(({ id }) => id)
    if (ids.length === 0) return
    await trx.deleteFrom('auth_account').where('userId', 'in', ids).execute()
    await trx.deleteFrom('auth_session').where('userId', 'in', ids).execute()
    await trx.deleteFrom('people_roles').where('person_id', 'in', ids).execute()
  })
  forgetIdentities()
}
