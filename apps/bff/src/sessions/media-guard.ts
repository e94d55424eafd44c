import type { LookupAddress } from 'node:dns'
import { lookup as resolveHost } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

export type ResolveHost = (host: string) => Promise<readonly string[]>

/** Only addresses of the public internet: nothing private, local, reserved, mapped or tunnelled to such. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address.replace(/%.*$/, ''))
  return parsed.range() === 'unicast'
}

const realResolve: ResolveHost = (host) =>
  new Promise((resolve, reject) => {
    resolveHost(host, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses.map(({ address }) => address))))
  })

/** The upstream's own origin where it is a stand-in: in the demo, and when an admin points us at loopback. Else null. */
export function trustedMediaOrigin(baseUrl: string, demo: boolean): string | null {
  const { origin, hostname } = new URL(baseUrl)
  return demo || /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname) ? origin : null
}

/**
 * May this link be asked for a capture? Https to public addresses only, so that a forged link cannot make the server
 * ask its own network. `trustedOrigin` is a stand-in for Didit in our own house, see `trustedMediaOrigin`.
 */
export function makeMediaGuard({ trustedOrigin, resolve = realResolve }: { trustedOrigin: string | null; resolve?: ResolveHost }) {
  return async (url: URL): Promise<boolean> => {
    if (trustedOrigin !== null && url.origin === trustedOrigin) return true
    if (url.protocol !== 'https:' || (url.port !== '' && url.port !== '443')) return false
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
    if (ipaddr.isValid(host)) return isPublicAddress(host)
    if (/(?:^|\.)(?:localhost|local|internal|lan|home|arpa)\.?$/i.test(host) || !host.includes('.')) return false
    const addresses = await resolve(host).catch((): string[] => [])
    return addresses.length > 0 && addresses.every(isPublicAddress)
  }
}
export type MediaGuard = ReturnType<typeof makeMediaGuard>

/** For the connection itself: a name that resolves differently the second time reaches no private address either. */
export const publicLookup: LookupFunction = (host, options, done) => {
  resolveHost(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return done(error, '', 0)
    const allowed = addresses.filter(({ address }) => isPublicAddress(address))
    const [first] = allowed
    if (!first) return done(Object.assign(new Error('address refused'), { code: 'EADDRREFUSED' }), '', 0)
    if (options.all === true) return done(null, allowed)
    return done(null, first.address, first.family)
  })
}
