import type { Person } from '../lib/person.ts'
import type { Store } from '../store/open-store.ts'
import type { Auth } from './auth.ts'
import { readPerson } from './people.repository.ts'
import { factorStanding, rolesDemand, type ReadAccessPolicy } from './second-factor/demands.ts'
import { LONGEST_MS } from './sign-ins/limits.ts'

export interface Identified {
  person: Person
  signInId: string
  /** Cookies to send back when the sign-in was prolonged. */
  renewed: string[]
}
export type IdentifyPerson = (headers: Headers) => Promise<Identified | undefined>

/**
 * Who the cookie belongs to, with today's roles. Nobody, when that person has left, when the sign-in is too old, and
 * when they owe a second factor: the next sign-in leads them to it. `prolong: false` leaves the
 * sign-in as it is.
 */
export function makeIdentifyPerson(deps: { auth: Auth; store: Store; accessPolicy: ReadAccessPolicy; prolong?: boolean }): IdentifyPerson {
  const { auth, store, accessPolicy, prolong = true } = deps
  return async (headers) => {
    const cookie = headers.get('cookie')
    if (cookie === null || !cookie.includes('session_token')) return undefined
    const found = await auth.api.getSession({ headers: new Headers({ cookie }), query: { disableRefresh: !prolong }, returnHeaders: true })
    if (!found.response) return undefined
    const { session, user } = found.response
    // Sessions live by the machine's clock, as better-auth does.
    if (session.createdAt.getTime() + LONGEST_MS <= Date.now()) {
      await store.deleteFrom('auth_session').where('id', '=', session.id).execute()
      return undefined
    }
    const left = await store.selectFrom('people_left').select('person_id').where('person_id', '=', user.id).executeTakeFirst()
    const person = await readPerson(store, user.id)
    if (left || !person) return undefined
    const { on, due } = await factorStanding(store, person.id)
    if (!on && (due || rolesDemand(await accessPolicy(), person.roles))) return undefined
    return { person, signInId: session.id, renewed: found.headers.getSetCookie() }
  }
}
