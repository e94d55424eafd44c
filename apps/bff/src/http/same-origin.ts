import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './app-env.ts'
import { notJson, originRefused } from './http.errors.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Origins under which people open this server. On loopback its three names are one place. */
export function ownOrigins({ publicUrl, host, port }: { publicUrl: string; host: string; port: number }): ReadonlySet<string> {
  const origins = new Set([new URL(publicUrl).origin])
  if (['127.0.0.1', '::1', 'localhost'].includes(host)) {
    for (const name of ['127.0.0.1', 'localhost', '[::1]']) origins.add(new URL(`http://${name}:${port}`).origin)
  }
  return origins
}

/**
 * Changes are taken from our own pages only: the browser must say where the request comes from, and a body must be
 * JSON, which no form of another site can send.
 */
export function sameOrigin(origins: ReadonlySet<string>) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (!safe.has(c.req.method)) {
      const origin = c.req.header('origin')
      const site = c.req.header('sec-fetch-site')
      if (origin !== undefined ? !origins.has(origin) : site !== 'same-origin') throw originRefused()
      if (site !== undefined && site !== 'same-origin') throw originRefused()
      const type = c.req.header('content-type')
      if (type !== undefined && !/^application\/json\s*(;|$)/i.test(type)) throw notJson()
    }
    await next()
  })
}
