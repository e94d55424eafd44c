import type { RetentionPolicy } from '@verdict/contract/policy/retention'
import type { Kysely } from 'kysely'
import type { Ledger } from '../ledger/ledger.ts'
import { iso } from '../lib/time.ts'
import type { Database } from '../store/schema.ts'
import type { Inbox } from './inbox.repository.ts'

const DAY = 86_400_000

/** Lets go of deliveries older than the policy keeps; what went is on record as a number. */
export const makePurgeWebhooks =
  (deps: {
    inbox: Pick<Inbox, 'purge'>
    retention: () => Promise<RetentionPolicy>
    store: Kysely<Database>
    ledger: Ledger
    clock: () => number
  }) =>
  async (): Promise<number> => {
    const { inbox, retention, store, ledger, clock } = deps
    const { webhookBodyDays, legalHold } = await retention()
    const before = clock() - webhookBodyDays * DAY
    const purged = await inbox.purge(
      before,
      legalHold.map((id) => id.toLowerCase()),
    )
    if (purged > 0) {
      await store
        .transaction()
        .execute((trx) => ledger.append(trx, { actor: 'verdict', action: 'webhook.purged', data: { count: purged, before: iso(before) } }))
    }
    return purged
  }
