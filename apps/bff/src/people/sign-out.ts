import type { Ledger } from '../ledger/ledger.ts'
import type { Person } from '../lib/person.ts'
import type { Store } from '../store/open-store.ts'
import type { Auth } from './auth.ts'

/** Ends the session behind the cookie; answers the cookies that take it away. */
export type SignOut = (input: { person: Person; headers: Headers }) => Promise<{ cookies: string[] }>

interface SignOutDeps {
  auth: Auth
  store: Store
  ledger: Ledger
  forgetIdentities: () => void
}

export function makeSignOut({ auth, store, ledger, forgetIdentities }: SignOutDeps): SignOut {
  return async ({ person, headers }) => {
    await store.transaction().execute((trx) => ledger.append(trx, { actor: person, action: 'sign-out.made' }))
    const cookie = headers.get('cookie') ?? ''
    const done = await auth.api.signOut({ headers: new Headers({ cookie }), returnHeaders: true })
    forgetIdentities()
    return { cookies: done.headers.getSetCookie() }
  }
}
