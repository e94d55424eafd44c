import { setTimeout as sleep } from 'node:timers/promises'
import type { Context, MiddlewareHandler } from 'hono'
import { ConnectionDropped } from '../http/didit-errors.ts'
import type { EmulatorEnv } from '../http/env.ts'
import type { Upstream } from '../upstream.ts'
import type { Fault } from './faults.ts'

/** Behind a port the socket is there to be destroyed; in process the call rejects as a lost connection does. */
function dropConnection(c: Context): never {
  const env: unknown = c.env
  if (typeof env === 'object' && env !== null && 'incoming' in env) {
    const { incoming } = env
    if (typeof incoming === 'object' && incoming !== null && 'destroy' in incoming && typeof incoming.destroy === 'function')
      incoming.destroy()
  }
  throw new ConnectionDropped()
}

function statusAnswer(fault: Fault): Response {
  const status = fault.status ?? 503
  const headers = new Headers(fault.headers)
  if (status === 204 || status === 304) return new Response(null, { status, headers })
  if (fault.html === true) {
    headers.set('content-type', 'text/html; charset=utf-8')
    const text =
      typeof fault.body === 'string' ? fault.body : `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`
    return new Response(text, { status, headers })
  }
  headers.set('content-type', 'application/json')
  const body = fault.body === undefined ? { detail: 'The service is temporarily unavailable.' } : fault.body
  return new Response(JSON.stringify(body), { status, headers })
}

async function halfOf(response: Response): Promise<Response> {
  const bytes = await response.arrayBuffer()
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return new Response(bytes.slice(0, Math.max(1, Math.floor(bytes.byteLength / 2))), { status: response.status, headers })
}

function trickle(response: Response, ms: number): Response {
  const source = response.body
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  if (source === null) return response
  const gone = new AbortController()
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      try {
        for await (const chunk of source) {
          for (const byte of chunk) {
            await sleep(ms, undefined, { signal: gone.signal, ref: false })
            controller.enqueue(Uint8Array.of(byte))
          }
        }
        controller.close()
      } catch {
        // The reader left.
      }
    },
    cancel: () => gone.abort(),
  })
  return new Response(stream, { status: response.status, headers })
}

/** Applies the ordered failures around a call, before or after it takes effect. */
export function applyFaults(upstream: Upstream): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    const struck = upstream.faults.strike(c.req.method, c.req.url.slice(new URL(c.req.url).origin.length))
    if (struck.length === 0) return next()
    for (const fault of struck.filter((candidate) => candidate.when === 'before')) {
      if (fault.kind === 'latency') await sleep(fault.ms ?? 1000, undefined, { ref: false })
      if (fault.kind === 'drop') dropConnection(c)
      if (fault.kind === 'status') return statusAnswer(fault)
    }
    await next()
    for (const fault of struck) {
      const after = fault.when === 'after'
      if (after && fault.kind === 'latency') await sleep(fault.ms ?? 1000, undefined, { ref: false })
      if (after && fault.kind === 'drop') dropConnection(c)
      if (after && fault.kind === 'status') replace(c, statusAnswer(fault))
      if (fault.kind === 'malformed') replace(c, await halfOf(c.res))
      if (fault.kind === 'slowloris') replace(c, trickle(c.res, fault.ms ?? 1000))
    }
    return undefined
  }
}

/** Hono merges the headers of the earlier answer unless it is taken away first. */
function replace(c: Context, response: Response): void {
  c.res = undefined
  c.res = response
}
