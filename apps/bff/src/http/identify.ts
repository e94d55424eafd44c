import { createMiddleware } from 'hono/factory'
import type { Person } from '../lib/person.ts'
import type { AppEnv } from './app-env.ts'

interface Doorman {
  identifyPerson: (headers: Headers) => Promise<{ person: Person; signInId: string; renewed: string[] } | undefined>
  provedLately: (signInId: string) => Promise<boolean>
}

/** Finds out who calls. Refuses nobody: that is what each route's own tag does. */
export function identify({ identifyPerson, provedLately }: Doorman) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const found = await identifyPerson(c.req.raw.headers)
    if (found) {
      c.set('person', found.person)
      c.set('signInId', found.signInId)
      c.set('provedLately', () => provedLately(found.signInId))
    }
    await next()
    for (const cookie of found?.renewed ?? []) {
      if (!c.res.headers.has('set-cookie')) c.header('set-cookie', cookie, { append: true })
    }
  })
}
