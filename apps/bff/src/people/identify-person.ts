import { permissionsOf, Role } from '@verdict/contract/access'
import type { Person } from '../lib/person.ts'
import type { Store } from '../store/open-store.ts'
import type { Auth } from './auth.ts'

export type IdentifyPerson = (headers: Headers) => Promise<{ person: Person; renewed: string[] } | undefined>

/** Who the cookie belongs to, with today's roles; `renewed` are cookies to send back when the session was prolonged. */
export function makeIdentifyPerson({ auth, store }: { auth: Auth; store: Store }): IdentifyPerson {
  return async (headers) => {
    const cookie = headers.get('cookie')
    if (cookie === null || !cookie.includes('verdict')) return undefined
    const found = await auth.api.getSession({ headers: new Headers({ cookie }), returnHeaders: true })
    if (!found.response) return undefined
    const { id, name, email } = found.response.user
    const left = await store.selectFrom('people_left').select('person_id').where('person_id', '=', id).executeTakeFirst()
    if (left) return undefined
    const rows = await store.selectFrom('people_roles').select('role').where('person_id', '=', id).execute()
    const roles = rows.flatMap(({ role }) => Role.safeParse(role).data ?? []).sort()
    return { person: { id, name, email, roles, permissions: permissionsOf(roles) }, renewed: found.headers.getSetCookie() }
  }
}
