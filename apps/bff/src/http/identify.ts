import { createMiddleware } from 'hono/factory'
import type { Person } from '../lib/person.ts'
import type { AppEnv } from './app-env.ts'

type Identify = (headers: Headers) => Promise<{ person: Person; renewed: string[] } | undefined>

/** Finds out who calls. Refuses nobody: that is what each route's own tag does. */
export function identify(find: Identify) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const found = await find(c.req.raw.headers)
    if (found) c.set('person', found.person)
    await next()
    for (const cookie of found?.renewed ?? []) {
      if (!c.res.headers.has('set-cookie')) c.header('set-cookie', cookie, { append: true })
    }
  })
}
