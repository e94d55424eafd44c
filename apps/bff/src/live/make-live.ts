import type { Kysely, Transaction } from 'kysely'
import type { Timer } from '../decisions/decision-worker.ts'
import type { Logger } from '../lib/logger.ts'
import type { Notices } from '../store/listen.ts'
import { notify } from '../store/notify.ts'
import type { Database } from '../store/schema.ts'
import { makeLiveFeed, type LiveInput, type Publish } from './live-feed.ts'
import { makeLiveHub } from './live-hub.ts'

const CHANNEL = 'live_events'

/** The room put together: `publish` for every other room, and the streams of those who listen, in all processes. */
export function makeLive(deps: { store: Kysely<Database>; clock: () => number; timer: Timer; log: Logger; notices: Notices }) {
  const { store, log, notices } = deps
  const feed = makeLiveFeed(deps)
  const hub = makeLiveHub({ ...deps, feed, onFailure: (error) => log.error({ err: error }, 'live news failed') })
  const write = async (events: readonly LiveInput[], trx: Transaction<Database>): Promise<void> => {
    await feed.append(events, trx)
    await notify(trx, CHANNEL, '')
  }
  const publish: Publish = async (events, trx) => {
    const all = 'kind' in events ? [events] : events
    await (trx ? write(all, trx) : store.transaction().execute((own) => write(all, own)))
  }
  return {
    publish,
    open: hub.open,
    recheck: hub.recheck,
    start: async (): Promise<void> => void (await notices.listen(CHANNEL, { heard: hub.wake, missed: hub.wake })),
    close: hub.close,
  }
}
export type Live = ReturnType<typeof makeLive>
