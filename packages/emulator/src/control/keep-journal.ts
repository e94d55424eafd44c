import type { MiddlewareHandler } from 'hono'
import type { EmulatorEnv } from '../http/env.ts'
import { parseJson } from '../http/json-body.ts'
import type { Upstream } from '../upstream.ts'
import type { Json } from '../world/types.ts'

function bodyOf(text: string): Json {
  if (text === '') return null
  try {
    return parseJson(text)
  } catch {
    return text
  }
}

/** Writes every call into the journal when it arrives, and its status when the answer leaves. */
export function keepJournal(upstream: Upstream): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    const { method, path } = c.req
    const text = method === 'GET' || method === 'HEAD' ? '' : await c.req.text()
    const key = c.req.header('x-api-key')?.slice(-4) ?? null
    const query = new URL(c.req.url).search.slice(1)
    const entry = upstream.journal.open({ at: new Date(upstream.now()).toISOString(), method, path, query, body: bodyOf(text), key })
    await next()
    // A dropped connection ends in the error handler, with nothing to tell.
    entry.status = c.error?.name === 'ConnectionDropped' ? 0 : c.res.status
  }
}
