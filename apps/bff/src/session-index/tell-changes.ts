import type { LiveInput, Publish } from '../live/live-feed.ts'
import type { IndexChange } from './index-writer.ts'

/** More than this at once is a list that was read, not something that happened. */
const FEW = 20
const PAUSE_MS = 2_000
const IN_REVIEW = 'In Review'

/** Tells open tabs what changed; while whole lists are read only now and then that something did. `heard`: always. */
export function makeTellChanges({ publish, clock }: { publish: Publish; clock: () => number }) {
  let toldAt = 0
  return async (changes: readonly IndexChange[], heard = false): Promise<void> => {
    const many = changes.length > FEW
    if (many && !heard && clock() - toldAt < PAUSE_MS) return
    if (many) toldAt = clock()
    const events: LiveInput[] = [{ kind: 'index' }]
    if (changes.some(({ before, after }) => before === IN_REVIEW || after === IN_REVIEW)) events.push({ kind: 'queue' })
    // Whoever looks at a session that was not known before has it from elsewhere.
    const known = many ? [] : changes.filter(({ before }) => before !== null)
    events.push(...known.map(({ sessionId }): LiveInput => ({ kind: 'session', sessionId })))
    await publish(events)
  }
}
