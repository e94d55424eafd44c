import { APIError } from 'better-auth/api'
import { permissionsOf, Role } from '@verdict/contract/access'
import type { Ledger } from '../ledger/ledger.ts'
import type { Person } from '../lib/person.ts'
import type { Store } from '../store/open-store.ts'
import type { Auth } from './auth.ts'
import { tooManySignIns, wrongCredentials } from './people.errors.ts'
import type { SignInGuard } from './sign-in-guard.ts'

export type SignIn = (input: { email: string; password: string; address: string }) => Promise<{ person: Person; cookies: string[] }>

/** Checks e-mail and password and opens a session. What happened is in the ledger either way. */
export function makeSignIn(deps: { auth: Auth; store: Store; ledger: Ledger; guard: SignInGuard }): SignIn {
  const { auth, store, ledger, guard } = deps
  return async ({ email, password, address }) => {
    const wait = await guard.waitFor({ email, address })
    if (wait > 0) throw tooManySignIns(Math.ceil(wait / 1000))
    const known = await store.selectFrom('auth_user').select('id').where('email', '=', email.toLowerCase()).executeTakeFirst()
    const opened = await open({ auth, store }, email, password)
    if (!opened) {
      await guard.failed({ email, address })
      await store.transaction().execute((trx) =>
        ledger.append(trx, {
          actor: 'verdict',
          action: 'sign-in.failed',
          ...(known ? { subject: known.id } : {}),
          data: { known: known !== undefined },
        }),
      )
      throw wrongCredentials()
    }
    await guard.passed({ email, address })
    const person = await withRoles(store, opened.user)
    await store.transaction().execute((trx) => ledger.append(trx, { actor: person, action: 'sign-in.made' }))
    return { person, cookies: opened.cookies }
  }
}

/** The password is weighed for those who left as well, so that the answer takes as long. */
async function open({ auth, store }: { auth: Auth; store: Store }, email: string, password: string) {
  try {
    const { headers, response } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true })
    const { id } = response.user
    const left = await store.selectFrom('people_left').select('person_id').where('person_id', '=', id).executeTakeFirst()
    if (left) {
      await store.deleteFrom('auth_session').where('userId', '=', id).execute()
      return undefined
    }
    return { user: response.user, cookies: headers.getSetCookie() }
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return undefined
    throw error
  }
}

async function withRoles(store: Store, user: { id: string; name: string; email: string }): Promise<Person> {
  const rows = await store.selectFrom('people_roles').select('role').where('person_id', '=', user.id).execute()
  const roles = rows.flatMap(({ role }) => Role.safeParse(role).data ?? [])
  return { id: user.id, name: user.name, email: user.email, roles, permissions: permissionsOf(roles) }
}
