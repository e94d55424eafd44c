/** How long a call may take and which budgets it counts against. */
export type CallKind = 'read' | 'write' | 'edit' | 'pdf' | 'media' | 'health'

export interface TransportRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  url: string
  headers: Record<string, string>
  body: string | null
  signal: AbortSignal
  kind: CallKind
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
