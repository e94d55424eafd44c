import type { Destinations } from '@verdict/contract/webhooks'
import type { Didit } from '@verdict/didit'
import { iso } from '../lib/time.ts'
import { adaptDestination, faultsOf } from './destination.adapt.ts'
import type { WebhookSecrets } from './webhook-secrets.ts'

const localHosts = /^(localhost|127\.|0\.0\.0\.0|\[::1?\]|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/

/** Why nobody outside can reach this address, or null. */
function unreachable(url: string, demo: boolean): string | null {
  if (demo || !localHosts.test(new URL(url).hostname)) return null
  return 'PUBLIC_URL names an address of this network only, which Didit cannot reach. Set it to the address under which the world reaches Verdict.'
}

/** `GET /api/webhooks/destinations`: where Didit sends, and how that stands with us. */
export function makeReadDestinations(deps: {
  didit: Pick<Didit, 'webhookDestinations'>
  secrets: WebhookSecrets
  clock: () => number
  ourUrl: string
  demo: boolean
}) {
  const { didit, secrets, clock, ourUrl, demo } = deps
  return async (): Promise<Destinations> => {
    const [list, current, usable] = await Promise.all([didit.webhookDestinations.list(), secrets.current(), secrets.usable()])
    const previousUntil = current?.previousUntil ?? null
    const destinations = list.map((wire) => adaptDestination(wire, ourUrl))
    const ours = destinations.find((destination) => destination.ours)
    const faults = ours === undefined ? [] : faultsOf(ours)
    if (usable.length === 0)
      faults.push('No secret is known here, so every delivery is turned away. Register or repair takes it from Didit.')
    if (secrets.newerSeen()) faults.push('Didit signs with a newer secret. Take it before the old one ends, or deliveries are turned away.')
    return {
      ourUrl,
      state: ours === undefined ? 'missing' : faults.length > 0 ? 'faulty' : 'good',
      faults,
      unreachable: unreachable(ourUrl, demo),
      secret: {
        known: usable.length > 0,
        last4: current?.last4 ?? null,
        takenAt: current === null ? null : iso(current.takenAt),
        previousUntil: previousUntil === null ? null : iso(previousUntil),
        fromEnvironment: secrets.environmentCount,
        newerSeen: secrets.newerSeen(),
      },
      destinations,
      asOf: iso(clock()),
    }
  }
}
export type ReadDestinations = ReturnType<typeof makeReadDestinations>
