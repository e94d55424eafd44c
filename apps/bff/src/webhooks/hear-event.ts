import { mayBeDecided } from '../reconciliation/judge-trail.ts'
import { concernsAll } from './inbox-worker.ts'
import type { HeardEvent } from './inbox-worker.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Tells the rooms what an event means for them. All of it may be done twice without harm. */
export const makeHearing =
  (rooms: {
    changed: (sessionId: string | null) => void
    /** Sessions as lists show them. */
    index: { heard: (news: { sessionId: string; status?: string; at: number }) => Promise<void>; hurry: () => void }
    reconciliation: { mark: (sessionId: string, known?: { kind?: string | null }) => Promise<void> }
  }) =>
  async (event: HeardEvent): Promise<void> => {
    const { sessionId, type, kind, order, status, at } = event
    if (concernsAll(event)) {
      rooms.index.hurry()
      return rooms.changed(null)
    }
    if (sessionId === null || !uuid.test(sessionId)) return
    if (order !== 'late') {
      rooms.changed(sessionId)
      await rooms.index.heard({ sessionId, at, ...(status === null ? {} : { status }) })
    }
    if (type !== 'data.updated' && mayBeDecided(status)) await rooms.reconciliation.mark(sessionId, { kind })
  }
