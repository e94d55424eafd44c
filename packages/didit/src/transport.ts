/** How long a call may take and which budgets it counts against. */
export type CallKind = 'read' | 'write' | 'edit' | 'pdf' | 'media' | 'health'

export interface TransportRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  url: string
  headers: Record<string, string>
  body: string | null
  signal: AbortSignal
  kind: CallKind
  /** See `CallOptions`: to be asked last of all, in the turn in which the bytes are handed on. */
  mayLeave?: (() => boolean) | undefined
}

/** `mayLeave` said no: nothing was sent. */
export class HeldBackError extends Error {
  constructor() {
    super('held back')
    this.name = 'HeldBackError'
  }
}

export interface TransportResponse {
  status: number
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>
  body: AsyncIterable<Uint8Array> | null
}

/**
 * Carries one request. Must not follow redirects or retry, must honour `signal` until the body has ended, and rejects
 * with the network's own error (its `code` tells whether anything can have been sent).
 */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>

/** A transport that owns sockets. `close` lets calls under way finish. */
export interface PoolTransport extends Transport {
  close(): Promise<void>
}

/** Carries requests into anything shaped like `fetch(request)`, such as a Hono app in the same process. */
export const fetchTransport =
  (fetchLike: (request: Request) => Response | Promise<Response>): Transport =>
  async ({ method, url, headers, body, signal }) => {
    signal.throwIfAborted()
    const response = await fetchLike(new Request(url, { method, headers, body, signal, redirect: 'manual' }))
    return { status: response.status, headers: Object.fromEntries(response.headers), body: response.body }
  }
