import type { Didit } from '@verdict/didit'
import type { WebhookDestination } from '@verdict/didit/wire/settings'
import type { OnlyWhileHere, OnRecord } from '../ledger/on-record.ts'
import type { Person } from '../lib/person.ts'
import { neededEvents, neededVersion } from './destination.adapt.ts'
import type { WebhookSecrets } from './webhook-secrets.ts'
import { destinationMissing, secretWithheld } from './webhooks.errors.ts'

const DAY = 86_400_000

interface Deps {
  didit: Pick<Didit, 'webhookDestinations'>
  secrets: WebhookSecrets
  onRecord: OnRecord
  clock: () => number
  ourUrl: string
}

/** Until when Didit still signs with the secret before; a day when it does not say. */
const overlapEnd = ({ previous_secret_expires_at: said }: WebhookDestination, now: number): number => {
  const at = Date.parse(said ?? '')
  return Number.isNaN(at) ? now + DAY : Math.max(at, now)
}

interface Told {
  made: WebhookDestination
  /** Its secret when it is not the one we have. */
  fresh: string | null
}

const told = async (secrets: WebhookSecrets, made: WebhookDestination): Promise<Told> => {
  const secret = made.secret_shared_key
  return { made, fresh: secret && !(await secrets.isCurrent(secret)) ? secret : null }
}

/**
 * Makes Didit deliver to us: a destination of ours is made, or the one that is there is switched on, brought to this
 * version's form and subscribed to what we need. Its secret is taken over; no browser sees it. Safe to repeat.
 */
export const makeRepairDestination =
  ({ didit, secrets, onRecord, clock, ourUrl }: Deps) =>
  async (by: Person): Promise<void> => {
    const found = (await didit.webhookDestinations.list()).find(({ url }) => url === ourUrl)
    const events = [...new Set([...(found?.subscribed_events ?? []), ...neededEvents])]
    const fields = { enabled: true, webhookVersion: neededVersion, subscribedEvents: events } as const
    const write = async (calls: OnlyWhileHere) =>
      found === undefined
        ? didit.webhookDestinations.create({ ...fields, label: 'Verdict', url: ourUrl }, calls)
        : didit.webhookDestinations.update({ ...fields, destinationUuid: found.uuid }, calls)
    const effect = async (_seq: number, calls: OnlyWhileHere): Promise<Told> => {
      const made = await write(calls)
      return told(secrets, made.secret_shared_key ? made : await didit.webhookDestinations.get({ destinationUuid: made.uuid }))
    }
    const data = { url: ourUrl, events, was: found === undefined ? 'missing' : 'there' }
    const { value } = await onRecord({ by, action: 'webhook.registered', data }, effect, {
      keep: async (trx, { made, fresh }) => {
        if (fresh !== null) await secrets.keep(trx, { destinationId: made.uuid, secret: fresh, previousUntil: overlapEnd(made, clock()) })
      },
      tell: ({ made, fresh }) => ({ data: { destination: made.uuid, newSecret: fresh !== null } }),
    })
    secrets.refresh()
    if (!value.made.secret_shared_key) throw secretWithheld()
  }
export type RepairDestination = ReturnType<typeof makeRepairDestination>

/** After a rotation in Didit's console: takes the new secret over; the old one counts until Didit ends it. */
export const makeTakeSecret =
  ({ didit, secrets, onRecord, clock, ourUrl }: Deps) =>
  async (by: Person): Promise<{ changed: boolean; last4: string; previousUntil: number | null }> => {
    const found = (await didit.webhookDestinations.list()).find(({ url }) => url === ourUrl)
    if (!found) throw destinationMissing()
    const { value } = await onRecord(
      { by, action: 'webhook.secret-taken', subject: found.uuid },
      async () => told(secrets, await didit.webhookDestinations.get({ destinationUuid: found.uuid })),
      {
        keep: async (trx, { made, fresh }) => {
          if (fresh !== null) await secrets.keep(trx, { destinationId: made.uuid, secret: fresh, previousUntil: overlapEnd(made, clock()) })
        },
        tell: ({ fresh }) => ({ data: { changed: fresh !== null } }),
      },
    )
    secrets.refresh()
    const secret = value.made.secret_shared_key
    if (!secret) throw secretWithheld()
    const current = await secrets.current()
    return { changed: value.fresh !== null, last4: secret.slice(-4), previousUntil: current?.previousUntil ?? null }
  }
export type TakeSecret = ReturnType<typeof makeTakeSecret>
