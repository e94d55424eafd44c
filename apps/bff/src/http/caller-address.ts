import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/** Address of the connection; "in-process" without one. Headers that claim another are not believed. */
export function callerAddress(c: Context): string {
  const bindings: Partial<HttpBindings> | undefined = c.env
  return bindings?.incoming?.socket.remoteAddress ?? 'in-process'
}
