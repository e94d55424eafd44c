import { Agent, type Dispatcher } from 'undici'
import type { LookupFunction } from 'node:net'
import { HeldBackError, type PoolTransport, type TransportRequest } from './transport.ts'

export interface PoolOptions {
  /** Connections per host, 1 to 64. */
  connections?: number | undefined
  connectTimeoutMs?: number | undefined
  /** Resolves host names; a caller can refuse addresses here, after DNS and so without a gap. */
  lookup?: LookupFunction | undefined
}

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value.join(', ') : (value ?? ''))

/** undici tells that a request starts in the turn in which it writes it, which may be long after it was asked for. */
const gate = (handler: Dispatcher.DispatchHandler, mayLeave: () => boolean): Dispatcher.DispatchHandler => ({
  onRequestStart: (controller, context) => {
    handler.onRequestStart?.(controller, context)
    if (!mayLeave()) controller.abort(new HeldBackError())
  },
  onResponseStart: (...told) => handler.onResponseStart?.(...told),
  onResponseData: (...told) => handler.onResponseData?.(...told),
  onResponseEnd: (...told) => handler.onResponseEnd?.(...told),
  onResponseError: (...told) => handler.onResponseError?.(...told),
})

/**
 * Keep-alive connections to each host, one request at a time on each. Time limits are the caller's signal alone,
 * so the pool's own are off.
 */
export const poolTransport = (options: PoolOptions = {}): PoolTransport => {
  const agent = new Agent({
    connections: Math.min(64, Math.max(1, options.connections ?? 32)),
    pipelining: 1,
    allowH2: false,
    keepAliveTimeout: 10_000,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxOrigins: 64,
    connect: {
      timeout: options.connectTimeoutMs ?? 5_000,
      ...(options.lookup ? { lookup: options.lookup } : {}),
    },
  })
  const carry = async ({ method, url, headers, body, signal, mayLeave }: TransportRequest) => {
    const { origin, pathname, search } = new URL(url)
    const line = mayLeave ? agent.compose((dispatch) => (asked, handler) => dispatch(asked, gate(handler, mayLeave))) : agent
    const answer = await line.request({ origin, path: pathname + search, method, headers, body, signal })
    const read = Object.entries(answer.headers).map(([key, value]) => [key, one(value)])
    return { status: answer.statusCode, headers: Object.fromEntries(read), body: answer.body }
  }
  return Object.assign(carry, { close: () => agent.close() })
}
