import type { RetentionPolicy } from '@verdict/contract/policy/retention'
import type { Didit } from '@verdict/didit'
import type { Kysely } from 'kysely'
import type { Timer } from '../decisions/decision-worker.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { OnRecord } from '../ledger/on-record.ts'
import type { Logger } from '../lib/logger.ts'
import { makeSealer } from '../lib/seal.ts'
import type { Database } from '../store/schema.ts'
import type { Metrics } from '../system/metrics.ts'
import { makeCheckDelivery } from './check-delivery.ts'
import { makeInboxWorker } from './inbox-worker.ts'
import type { HeardEvent } from './inbox-worker.ts'
import { makeInbox } from './inbox.repository.ts'
import { makeListDeliveries, makeReplayEvent } from './list-deliveries.ts'
import { makePurgeWebhooks } from './purge-webhooks.ts'
import { makeReadDestinations } from './read-destinations.ts'
import { makeReceiveWebhook } from './receive-webhook.ts'
import { makeRefusals } from './refusals.ts'
import { makeRepairDestination, makeTakeSecret } from './repair-destination.ts'
import { makeWebhookSecrets } from './webhook-secrets.ts'

const PURGE_EVERY_MS = 3_600_000

/** The room put together: the door for Didit, the worker behind it, and what admins see and do. */
export function makeWebhooks(deps: {
  store: Kysely<Database>
  ledger: Ledger
  onRecord: OnRecord
  didit: Pick<Didit, 'webhookDestinations'>
  metrics: Metrics
  clock: () => number
  newId: () => string
  timer: Timer
  /** True: a lock keeps every other process off this store. */
  alone: boolean
  log: Logger
  env: { webhookSecrets: readonly string[]; publicUrl: string; demo: boolean }
  houseSecret: string
  retention: () => Promise<RetentionPolicy>
  hear: (events: readonly HeardEvent[]) => Promise<void>
  tellDecision: (sessionId: string, eventId: string, decision: unknown) => void
}) {
  const { clock, timer, log, env } = deps
  const ourUrl = `${env.publicUrl}/webhooks/didit`
  const inbox = makeInbox(deps)
  const refusals = makeRefusals(clock)
  const sealer = makeSealer(deps.houseSecret, 'webhook secrets')
  const secrets = makeWebhookSecrets({ ...deps, sealer, fromEnvironment: env.webhookSecrets })
  const worker = makeInboxWorker({
    inbox,
    hear: deps.hear,
    clock,
    timer,
    onFailure: (error) => log.error({ err: error }, 'a webhook could not be worked off'),
  })
  const room = { ...deps, inbox, secrets, refusals, ourUrl, demo: env.demo, wake: worker.wake }
  const purge = makePurgeWebhooks(room)
  let cancel: () => void = () => undefined
  const purgeAgain = (): void => {
    cancel = timer(PURGE_EVERY_MS, () => {
      void purge()
        .catch((error: unknown) => log.error({ err: error }, 'old deliveries could not be purged'))
        .finally(purgeAgain)
    })
  }
  return {
    worker,
    purge,
    start: async (): Promise<void> => {
      if (deps.alone) await inbox.forgetClaims()
      worker.start()
      purgeAgain()
    },
    stop: async (): Promise<void> => {
      cancel()
      cancel = () => undefined
      await worker.stop()
    },
    useCases: {
      receiveWebhook: makeReceiveWebhook(room),
      deliveries: makeListDeliveries(room),
      replayEvent: makeReplayEvent(room),
      readDestinations: makeReadDestinations(room),
      repairDestination: makeRepairDestination(room),
      takeSecret: makeTakeSecret(room),
      checkDelivery: makeCheckDelivery(room),
      refused: (why: string): void => {
        refusals.add(why)
        deps.metrics.webhook('refused', why)
      },
    },
  }
}
export type Webhooks = ReturnType<typeof makeWebhooks>
