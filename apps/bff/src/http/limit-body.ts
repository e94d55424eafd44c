import { createMiddleware } from 'hono/factory'
import { payloadTooLarge } from './http.errors.ts'

/**
 * Ends a request whose body is larger, before anybody parses it. One that does not say its length is read to its end
 * here. Hono's own `bodyLimit` copies the request instead, which a request of the Node server does not allow.
 */
export function limitBody(maxBytes: number) {
  return createMiddleware(async (c, next) => {
    // These have none, and even asking for it costs a whole request of Node's.
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const { body, headers, method, url, signal } = c.req.raw
    if (body === null) return next()
    const said = headers.has('transfer-encoding') ? null : headers.get('content-length')
    if (said === null) c.req.raw = new Request(url, { method, headers, signal, body: await readAtMost(body, maxBytes) })
    else if (!(Number(said) <= maxBytes)) throw payloadTooLarge(maxBytes)
    return next()
  })
}

async function readAtMost(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw payloadTooLarge(maxBytes)
    chunks.push(new Uint8Array(chunk))
  }
  return new Blob(chunks)
}
