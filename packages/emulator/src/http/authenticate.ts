import type { Context, MiddlewareHandler } from 'hono'
import type { Application } from '../store/application.ts'
import type { Upstream } from '../upstream.ts'
import type { DiditError } from './didit-errors.ts'
import { badCredentials, detail, noPermission, notFound, sessionNotFound } from './didit-errors.ts'
import type { EmulatorEnv } from './env.ts'
import { idParam } from './paths.ts'

/** What a family of routes answers to nobody and to a wrong key. */
export interface AuthWords {
  missing: () => DiditError
  invalid: () => DiditError
}

export const COLLECTION_WORDS: AuthWords = { missing: noPermission, invalid: noPermission }
export const SESSION_WORDS: AuthWords = { missing: badCredentials, invalid: badCredentials }
export const SHARE_WORDS: AuthWords = { missing: () => badCredentials(401), invalid: () => badCredentials(401) }
export const USER_WORDS: AuthWords = {
  missing: () => detail(401, 'You must be authenticated with a valid access token to access this endpoint.'),
  invalid: noPermission,
}

/** The credential that budgets are counted for. */
export function credentialOf(c: Context): string {
  return c.req.header('x-api-key') ?? c.req.header('authorization') ?? 'anonymous'
}

function applicationOf(c: Context, upstream: Upstream, words: AuthWords): Application {
  const key = c.req.header('x-api-key')
  if (key === undefined && c.req.header('authorization') === undefined) throw words.missing()
  const application = key === undefined ? undefined : upstream.byKey(key)
  if (application === undefined) throw words.invalid()
  return application
}

/** Requires a known key. */
export function authenticate(upstream: Upstream, words: AuthWords = COLLECTION_WORDS): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    c.set('application', applicationOf(c, upstream, words))
    return next()
  }
}

/** Flat session routes: an id unknown everywhere is 404 before credentials are looked at. */
export function authenticateSession(upstream: Upstream, words: AuthWords = SESSION_WORDS): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    const sessionId = idParam(c, 'sessionId')
    const owner = upstream.applications.find((candidate) => candidate.sessions.facts(sessionId) !== undefined)
    if (owner === undefined) throw notFound()
    const application = applicationOf(c, upstream, words)
    if (application !== owner) throw sessionNotFound()
    const session = application.sessions.read(sessionId)
    if (session === undefined) throw notFound()
    c.set('application', application)
    c.set('session', session)
    return next()
  }
}
