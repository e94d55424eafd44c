import type { Kysely } from 'kysely'
import type { Timer } from '../decisions/decision-worker.ts'
import type { Logger } from '../lib/logger.ts'
import type { Database } from '../store/schema.ts'
import { makeLiveFeed, type Publish } from './live-feed.ts'
import { makeLiveHub } from './live-hub.ts'

/** The room put together: `publish` for every other room, and the streams of those who listen. */
export function makeLive(deps: { store: Kysely<Database>; clock: () => number; timer: Timer; log: Logger }) {
  const { store, log } = deps
  const feed = makeLiveFeed(deps)
  const hub = makeLiveHub({ ...deps, feed, onFailure: (error) => log.error({ err: error }, 'live news failed') })
  const publish: Publish = async (events, trx) => {
    const all = 'kind' in events ? [events] : events
    if (trx) await feed.append(all, trx)
    else await store.transaction().execute((own) => feed.append(all, own))
    hub.wake()
  }
  return { publish, open: hub.open, recheck: hub.recheck, close: hub.close }
}
export type Live = ReturnType<typeof makeLive>
