import { DiditError } from './didit-errors.ts'

const WINDOW_MS = 60_000

interface Scope {
  name: string
  limit: number
  /** Text before "rate limit exceeded"; null: the framework's own sentence. */
  label: string | null
}

export type RateLimits = Record<'get' | 'write' | 'create' | 'pdf' | 'updateData' | 'updatePoaData', number>

export const DIDIT_LIMITS: Readonly<RateLimits> = {
  get: 600,
  write: 300,
  create: 600,
  pdf: 50,
  updateData: 10,
  updatePoaData: 10,
}

const FRAMEWORK_WORDED = /^\/v3\/(users|businesses|billing|webhook)\//

/** The scopes that one request counts against, narrowest first. */
function scopesOf(method: string, path: string, limits: RateLimits): Scope[] {
  const plain = FRAMEWORK_WORDED.test(path)
  if (method === 'GET' || method === 'HEAD') {
    const get = { name: 'get', limit: limits.get, label: plain ? null : 'GET request' }
    if (path.endsWith('/generate-pdf/')) return [{ name: 'pdf', limit: limits.pdf, label: 'Session PDF generation' }, get]
    return [get]
  }
  if (method === 'POST' && path === '/v3/session/') {
    return [{ name: 'create', limit: limits.create, label: 'Session creation' }]
  }
  const write = { name: 'write', limit: limits.write, label: plain ? null : 'Write request' }
  if (/^\/v3\/session\/[^/]+\/update-data\/$/.test(path)) {
    return [{ name: 'update-data', limit: limits.updateData, label: 'Session KYC data update' }, write]
  }
  if (path.endsWith('/update-poa-data/')) {
    return [{ name: 'update-poa-data', limit: limits.updatePoaData, label: 'Session POA data update' }, write]
  }
  return [write]
}

/** Sliding 60-second windows per credential and scope; a refused request is not counted. */
export class RateLimiter {
  limits: RateLimits
  readonly #now: () => number
  readonly #calls = new Map<string, number[]>()

  constructor(now: () => number, limits: RateLimits) {
    this.#now = now
    this.limits = { ...limits }
  }

  clear(): void {
    this.#calls.clear()
  }

  /** Counts the call and returns the `X-RateLimit-*` headers to send; throws the 429 when a scope is spent. */
  take(credential: string, method: string, path: string): Record<string, string> {
    const now = this.#now()
    const counted = scopesOf(method, path, this.limits).filter((scope) => Number.isFinite(scope.limit))
    if (counted.length === 0) return {}
    const scopes = counted.map((scope) => ({ scope, calls: this.#recent(`${credential} ${scope.name}`, now) }))
    for (const { scope, calls } of scopes) {
      if (calls.length >= scope.limit) throw exceeded(scope, calls[0] ?? now, now)
    }
    for (const { calls } of scopes) calls.push(now)
    const tightest = scopes.reduce((a, b) => (b.scope.limit - b.calls.length < a.scope.limit - a.calls.length ? b : a))
    return headers(tightest.scope.limit, tightest.scope.limit - tightest.calls.length, tightest.calls[0] ?? now)
  }

  #recent(key: string, now: number): number[] {
    const calls = this.#calls.get(key) ?? []
    let stale = 0
    while (stale < calls.length && (calls[stale] ?? 0) <= now - WINDOW_MS) stale += 1
    if (stale > 0) calls.splice(0, stale)
    this.#calls.set(key, calls)
    return calls
  }
}

function headers(limit: number, remaining: number, oldest: number): Record<string, string> {
  return {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(Math.max(0, remaining)),
    'X-RateLimit-Reset': String(Math.ceil((oldest + WINDOW_MS) / 1000)),
  }
}

function exceeded(scope: Scope, oldest: number, now: number): DiditError {
  const seconds = Math.max(1, Math.ceil((oldest + WINDOW_MS - now) / 1000))
  const text =
    scope.label === null
      ? `Request was throttled. Expected available in ${seconds} seconds.`
      : `${scope.label} rate limit exceeded. You can make up to ${scope.limit} requests per minute.`
  return new DiditError(429, { detail: text }, { 'Retry-After': String(seconds), ...headers(scope.limit, 0, oldest) })
}
