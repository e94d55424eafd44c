import type { Context } from 'hono'
import { notFound, wrongMethod } from './http.errors.ts'
import { hasAccess } from './route-facts.ts'
import type { AppEnv } from './app-env.ts'

interface Routed {
  router: {
    match(method: string, path: string): readonly [readonly (readonly [readonly [unknown, { handler: object }], unknown])[], ...unknown[]]
  }
}

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const

/** 405 where the address exists for another method, else 404. Both say the same to everybody: the table of routes is public. */
export function nothingHere(app: Routed, c: Context<AppEnv>) {
  const { path, method } = c.req
  const allowed = methods.filter((other) => other !== method && app.router.match(other, path)[0].some(([[, route]]) => isOurs(route, path)))
  if (allowed.length === 0) return notFound()
  c.header('allow', allowed.join(', '))
  return wrongMethod(allowed)
}

/** The pages' own catch-all matches everything and proves nothing. */
function isOurs(route: { handler: object; path?: string }, path: string): boolean {
  return hasAccess(route.handler) && route.path !== '*' && route.path !== '/*' && path !== '/'
}
