import { Hono } from 'hono'
import type { EmulatorEnv } from '../http/env.ts'
import type { Upstream } from '../upstream.ts'
import { MEDIA_PREFIX } from '../world/types.ts'
import { idParam, uuidParam } from '../http/paths.ts'

function refused(status: 403 | 404, code: string, message: string): Response {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return new Response(body, { status, headers: { 'content-type': 'application/xml' } })
}

const REFUSALS = {
  missing: { code: 'AccessDenied', message: 'Access Denied' },
  tampered: { code: 'SignatureDoesNotMatch', message: 'The request signature we calculated does not match the signature you provided.' },
  expired: { code: 'AccessDenied', message: 'Request has expired' },
}

/** First and last byte of a single `Range`, `unsatisfiable`, or undefined when the header is absent or another form. */
function rangeOf(header: string | undefined, size: number): { first: number; last: number } | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (match === null || (match[1] === '' && match[2] === '')) return undefined
  const [, from = '', to = ''] = match
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return first > last || first >= size ? 'unsatisfiable' : { first, last }
}

/** Files behind signed links; not part of the keyed API. */
export function mediaRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  routes.get(`/media/${uuidParam('sessionId')}/:slot{.+}`, async (c) => {
    const refusal = upstream.media.refusal(new URL(c.req.url))
    if (refusal !== undefined) return refused(403, REFUSALS[refusal].code, REFUSALS[refusal].message)
    const file = await upstream.mediaFile(`${MEDIA_PREFIX}${idParam(c, 'sessionId')}/${c.req.param('slot')}`)
    if (file === undefined) return refused(404, 'NoSuchKey', 'The specified key does not exist.')
    const size = file.bytes.byteLength
    const headers = { 'content-type': file.contentType, 'accept-ranges': 'bytes', 'cache-control': 'private, max-age=0' }
    const range = rangeOf(c.req.header('range'), size)
    if (range === 'unsatisfiable') {
      return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } })
    }
    const bytes = new Uint8Array(range === undefined ? file.bytes : file.bytes.subarray(range.first, range.last + 1))
    if (range === undefined) return new Response(bytes, { headers: { ...headers, 'content-length': String(size) } })
    const span = { 'content-length': String(bytes.byteLength), 'content-range': `bytes ${range.first}-${range.last}/${size}` }
    return new Response(bytes, { status: 206, headers: { ...headers, ...span } })
  })
  return routes
}
