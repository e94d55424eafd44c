import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'

/** Address of the caller; "in-process" without a connection. */
export function callerAddress(c: Context): string {
  const bindings: Partial<HttpBindings> | undefined = c.env
  return addressOf(bindings?.incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'))
}

/**
 * A proxy on this machine is believed about who called it (its own entry is the last); nobody else is, since anybody
 * can write the header. Otherwise all people behind the proxy would share one address, and one guesser lock them out.
 */
export function addressOf(peer: string | undefined, forwardedFor: string | undefined): string {
  if (peer === undefined) return 'in-process'
  const named = forwardedFor?.split(',').at(-1)?.trim() ?? ''
  return isLoopback(peer) && ipaddr.isValid(named) ? ipaddr.process(named).toString() : peer
}

const isLoopback = (address: string) => ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback'
