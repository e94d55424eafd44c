import { Agent } from 'undici'
import type { LookupFunction } from 'node:net'
import type { PoolTransport, TransportRequest } from './transport.ts'

export interface PoolOptions {
  /** Connections per host, 1 to 64. */
  connections?: number | undefined
  connectTimeoutMs?: number | undefined
  /** Resolves host names; a caller can refuse addresses here, after DNS and so without a gap. */
  lookup?: LookupFunction | undefined
}

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value.join(', ') : (value ?? ''))

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
  const carry = async ({ method, url, headers, body, signal }: TransportRequest) => {
    const { origin, pathname, search } = new URL(url)
    const answer = await agent.request({ origin, path: pathname + search, method, headers, body, signal })
    const read = Object.entries(answer.headers).map(([key, value]) => [key, one(value)])
    return { status: answer.statusCode, headers: Object.fromEntries(read), body: answer.body }
  }
  return Object.assign(carry, { close: () => agent.close() })
}
