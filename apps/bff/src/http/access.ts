import type { Permission } from '@verdict/contract/access'
import { createMiddleware } from 'hono/factory'
import type { Person } from '../lib/person.ts'
import type { AppEnv } from './app-env.ts'
import { notAllowed, notSignedIn, stepUpNeeded } from './http.errors.ts'
import { markAccess } from './route-facts.ts'
import type { RouteDoc } from './route-facts.ts'

/**
 * Lets only people with this permission through: 401 for nobody, 403 for others, and 403 `step-up-needed` where `doc`
 * says `stepUp`. Every API route has one of these tags.
 */
export function need(permission: Permission, doc: RouteDoc = {}) {
  const { stepUp = false } = doc
  const handler = createMiddleware<AppEnv>(async (c, next) => {
    const person: Person | undefined = c.get('person')
    if (!person) throw notSignedIn()
    if (!person.permissions.includes(permission)) throw notAllowed(permission)
    if (stepUp && !(await c.var.provedLately())) throw stepUpNeeded()
    await next()
  })
  markAccess(handler, { kind: 'permission', permission, stepUp }, doc)
  return handler
}

/** For what everybody signed in may do, whatever their roles. */
export function signedIn(doc: RouteDoc = {}) {
  const { stepUp = false } = doc
  const handler = createMiddleware<AppEnv>(async (c, next) => {
    const person: Person | undefined = c.get('person')
    if (!person) throw notSignedIn()
    if (stepUp && !(await c.var.provedLately())) throw stepUpNeeded()
    await next()
  })
  markAccess(handler, { kind: 'signed-in', stepUp }, doc)
  return handler
}

/** For the few routes that nobody signed in may call. `why` is the reason that a reader of the route table finds. */
export function publicRoute(why: string, doc: RouteDoc = {}) {
  const handler = createMiddleware<AppEnv>(async (_c, next) => {
    await next()
  })
  markAccess(handler, { kind: 'public', why }, doc)
  return handler
}
