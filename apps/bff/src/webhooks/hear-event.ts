import { mayBeDecided } from '../reconciliation/judge-trail.ts'
import { concernsAll } from './inbox-worker.ts'
import type { HeardEvent } from './inbox-worker.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

interface AboutSession extends HeardEvent {
  sessionId: string
}
const isAboutSession = (event: HeardEvent): event is AboutSession => event.sessionId !== null && uuid.test(event.sessionId)

/** Tells the rooms what events mean for them, a batch in one go. All of it may be done twice without harm. */
export const makeHearing =
  (rooms: {
    changed: (sessionId: string | null) => void
    /** Sessions as lists show them. */
    index: {
      heardAll: (news: readonly { sessionId: string; status?: string; at: number }[]) => Promise<void>
      hurry: () => void
    }
    reconciliation: { markAll: (marks: readonly { sessionId: string; kind: string | null }[]) => Promise<void> }
  }) =>
  async (events: readonly HeardEvent[]): Promise<void> => {
    if (events.some(concernsAll)) {
      rooms.index.hurry()
      rooms.changed(null)
    }
    const about = events.filter(isAboutSession)
    const news = about.filter(({ order }) => order !== 'late')
    for (const { sessionId } of news) rooms.changed(sessionId)
    await rooms.index.heardAll(news.map(({ sessionId, at, status }) => ({ sessionId, at, ...(status === null ? {} : { status }) })))
    await rooms.reconciliation.markAll(about.filter(({ type, status }) => type !== 'data.updated' && mayBeDecided(status)))
  }
