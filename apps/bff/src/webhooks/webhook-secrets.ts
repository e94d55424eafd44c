import type { Kysely, Transaction } from 'kysely'
import type { Sealer } from '../lib/seal.ts'
import type { Database } from '../store/schema.ts'

export interface UsableSecret {
  secret: string
  /** True for one that was replaced and still counts. */
  previous: boolean
}

export interface TakenSecret {
  last4: string
  takenAt: number
  destinationId: string
  previousUntil: number | null
}

const FRESH_MS = 30_000

/** The secrets that a delivery may be signed with: those Didit gave us, sealed on disk, then those of the environment. */
export function makeWebhookSecrets(deps: {
  store: Kysely<Database>
  sealer: Sealer
  fromEnvironment: readonly string[]
  clock: () => number
  newId: () => string
}) {
  const { store, sealer, fromEnvironment, clock, newId } = deps
  let known:
    | { at: number; rows: { secret: string; last4: string; destinationId: string; takenAt: number; validUntil: number | null }[] }
    | undefined
  let newerSeenAt: number | null = null

  /** Asked for each delivery, so kept for a moment; another bff may have taken a newer one meanwhile. */
  const rows = async () => {
    if (known && clock() - known.at < FRESH_MS && clock() >= known.at) return known.rows
    const stored = await store.selectFrom('webhook_secrets').selectAll().orderBy('taken_at', 'desc').execute()
    const opened = stored.flatMap((row) => {
      const secret = sealer.open(row.sealed)
      const { last4, destination_id: destinationId, taken_at: takenAt, valid_until: validUntil } = row
      return secret === undefined ? [] : [{ secret, last4, destinationId, takenAt, validUntil }]
    })
    known = { at: clock(), rows: opened }
    return opened
  }
  const counting = async () => (await rows()).filter(({ validUntil }) => validUntil === null || validUntil > clock())

  return {
    /** Newest first. */
    usable: async (): Promise<UsableSecret[]> => [
      ...(await counting()).map(({ secret, validUntil }) => ({ secret, previous: validUntil !== null })),
      ...fromEnvironment.map((secret, index) => ({ secret, previous: index > 0 })),
    ],

    current: async (): Promise<TakenSecret | null> => {
      const all = await counting()
      const now = all.find(({ validUntil }) => validUntil === null)
      if (!now) return null
      const ends = all.flatMap(({ validUntil }) => validUntil ?? [])
      return {
        last4: now.last4,
        takenAt: now.takenAt,
        destinationId: now.destinationId,
        previousUntil: ends.length > 0 ? Math.max(...ends) : null,
      }
    },

    environmentCount: fromEnvironment.length,

    /** True when `secret` is one that we have and that has not been replaced. */
    isCurrent: async (secret: string): Promise<boolean> =>
      (await counting()).some((row) => row.validUntil === null && row.secret === secret),

    /** Makes `secret` the one that counts; those before it count until `previousUntil`. */
    keep: async (trx: Transaction<Database>, input: { destinationId: string; secret: string; previousUntil: number }): Promise<void> => {
      const { destinationId, secret, previousUntil } = input
      await trx.updateTable('webhook_secrets').set({ valid_until: previousUntil }).where('valid_until', 'is', null).execute()
      await trx.deleteFrom('webhook_secrets').where('valid_until', '<=', clock()).execute()
      await trx
        .insertInto('webhook_secrets')
        .values({
          id: newId(),
          destination_id: destinationId,
          sealed: sealer.seal(secret),
          last4: secret.slice(-4),
          taken_at: clock(),
          valid_until: null,
        })
        .execute()
      known = undefined
      newerSeenAt = null
    },

    /** Call after `keep` was committed: a delivery meanwhile may have read what was there before. */
    refresh: (): void => {
      known = undefined
    },

    /** A delivery came that only its `-Previous` signature let in. */
    sawNewer: (): void => {
      newerSeenAt = clock()
    },
    newerSeen: (): boolean => newerSeenAt !== null,
  }
}
export type WebhookSecrets = ReturnType<typeof makeWebhookSecrets>
