import { hc } from 'hono/client'
import type { ClientRequestOptions } from 'hono/client'
import type { App } from './app.ts'

export type { App } from './app.ts'

/** The typed telephone to the bff. Only types come from the server: a web bundle carries none of its code. */
export function createBffClient(baseUrl: string, options?: ClientRequestOptions) {
  return hc<App>(baseUrl, options)
}

export type BffClient = ReturnType<typeof createBffClient>
