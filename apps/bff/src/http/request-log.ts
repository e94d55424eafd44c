import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import type { Person } from '../lib/person.ts'
import type { Logger } from '../lib/logger.ts'
import type { AppEnv } from './app-env.ts'

export interface RequestReport {
  method: string
  /** The pattern, never the path: ids stay out of logs and metrics. */
  route: string
  status: number
  ms: number
}

/** Gives each request an id and writes one wide event about it: no query, no body, no names. */
export function requestLog(deps: { log: Logger; newId: () => string; heard: (report: RequestReport) => void }) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const began = performance.now()
    const requestId = deps.newId()
    c.set('requestId', requestId)
    c.header('x-request-id', requestId)
    await next()
    const person: Person | undefined = c.get('person')
    const report = {
      method: c.req.method,
      route: routePath(c),
      status: c.res.status,
      ms: Math.round((performance.now() - began) * 10) / 10,
    }
    deps.heard(report)
    deps.log.info({ ...report, personId: person?.id ?? null, requestId }, 'request')
  })
}
