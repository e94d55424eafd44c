import type { MiddlewareHandler } from 'hono'

/** Sends a slashless `/v3` address to its canonical form, query kept, before any credential is read. */
export const canonicalSlash: MiddlewareHandler = async (c, next) => {
  if (c.req.path.endsWith('/')) return next()
  const { search } = new URL(c.req.url)
  return new Response(null, { status: 301, headers: { location: `${c.req.path}/${search}` } })
}
