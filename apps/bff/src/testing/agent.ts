export const ORIGIN = 'http://127.0.0.1:8787'

export type Send = (request: Request) => Response | Promise<Response>

/** A person with a browser: keeps cookies and sends what a browser would send from our own pages. */
export class Agent {
  readonly #send: Send
  readonly #cookies = new Map<string, string>()

  constructor(send: Send) {
    this.#send = send
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.request('GET', path, undefined, headers)
  }

  post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Response> {
    return this.request('POST', path, body, headers)
  }

  put(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Response> {
    return this.request('PUT', path, body, headers)
  }

  patch(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Response> {
    return this.request('PATCH', path, body, headers)
  }

  delete(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Response> {
    return this.request('DELETE', path, body, headers)
  }

  /** The same cookies in another browser. */
  copy(): Agent {
    const other = new Agent(this.#send)
    for (const [name, value] of this.#cookies) other.#cookies.set(name, value)
    return other
  }

  request(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Response> {
    return this.raw(method, path, method === 'GET' ? undefined : JSON.stringify(body), headers)
  }

  /** Sends these very bytes. */
  async raw(method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<Response> {
    const all = new Headers(headers)
    if (this.#cookies.size > 0 && !all.has('cookie'))
      all.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    if (method !== 'GET') {
      if (!all.has('origin')) all.set('origin', ORIGIN)
      if (!all.has('content-type')) all.set('content-type', 'application/json')
    }
    const init = body === undefined ? { method, headers: all } : { method, headers: all, body }
    const response = await this.#send(new Request(new URL(path, ORIGIN), init))
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    return response
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';')
    const at = pair.indexOf('=')
    const name = pair.slice(0, at)
    const gone = attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute))
    if (gone) this.#cookies.delete(name)
    else this.#cookies.set(name, pair.slice(at + 1))
  }
}
