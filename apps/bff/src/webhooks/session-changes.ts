import type { Publish } from '../live/live-feed.ts'
import type { BackgroundTasks } from '../lib/background-tasks.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import type { Notices } from '../store/listen.ts'
import { notify } from '../store/notify.ts'
import type { Store } from '../store/open-store.ts'

const CHANNEL = 'session_changed'
const ANY = '*'

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
  const tell = async (sessionId: string | null): Promise<void> => {
    await notify(store, CHANNEL, sessionId ?? ANY)
    await publish([...(sessionId === null ? [] : [{ kind: 'session' as const, sessionId }]), { kind: 'queue' }])
  }
  return {
    changed: (sessionId: string | null): void => {
      told?.(sessionId)
      forget(sessionId)
      tasks.run(() => tell(sessionId))
    },
    start: async (): Promise<void> => {
      await notices.listen(CHANNEL, { heard: (payload) => forget(payload === ANY ? null : payload), missed: () => forget(null) })
    },
  }
}
