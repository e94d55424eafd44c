import type { Publish } from '../live/live-feed.ts'
import type { BackgroundTasks } from '../lib/background-tasks.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import type { Notices } from '../store/listen.ts'
import { notify } from '../store/notify.ts'
import type { Store } from '../store/open-store.ts'

const CHANNEL = 'session_changed'
const ANY = '*'
const MOST_NAMED = 50

/**
 * Somebody else changed a session (null: it is not known which): every process of the house forgets what it keeps of
 * it, every open tab looks again.
 */
export function makeSessionChanges(deps: {
  store: Store
  notices: Notices
  tasks: BackgroundTasks
  publish: Publish
  evidence: Pick<EvidenceReader, 'forget' | 'forgetAll'>
  /** Told besides, in tests. */
  told?: (sessionId: string | null) => void
}) {
  const { store, notices, tasks, publish, evidence, told } = deps
  const forget = (sessionId: string | null): void => (sessionId === null ? evidence.forgetAll() : evidence.forget(sessionId))
  const waiting = new Set<string>()
  let asked = false

  /** A burst of webhooks is told in one transaction; of many sessions only that something changed. */
  const tell = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve))
    asked = false
    const changed = [...waiting]
    waiting.clear()
    await store.transaction().execute(async (trx) => {
      for (const payload of changed) await notify(trx, CHANNEL, payload)
    })
    const named = changed.filter((payload) => payload !== ANY).slice(0, MOST_NAMED)
    await publish([...named.map((sessionId) => ({ kind: 'session' as const, sessionId })), { kind: 'queue' }])
  }
  return {
    changed: (sessionId: string | null): void => {
      told?.(sessionId)
      forget(sessionId)
      waiting.add(sessionId ?? ANY)
      if (asked) return
      asked = true
      tasks.run(tell)
    },
    start: async (): Promise<void> => {
      await notices.listen(CHANNEL, { heard: (payload) => forget(payload === ANY ? null : payload), missed: () => forget(null) })
    },
  }
}
