import type { SessionDetail } from '@verdict/contract/case'
import { rememberUnchanged } from '../store/remember-unchanged.ts'
import type { StoreChanges } from '../store/store-changes.ts'
import { adaptLease, type LeaseBook } from './lease-book.ts'

/** Who works on a session now, without asking the store again while nothing was written. */
export function makeLeaseOf(deps: { book: Pick<LeaseBook, 'of'>; clock: () => number; changes: StoreChanges | undefined }) {
  const known = rememberUnchanged({
    changes: deps.changes,
    read: async (sessionId) => {
      const row = await deps.book.of(sessionId)
      if (!row) return { until: 0, shown: null }
      const { holder, since, takenFrom } = adaptLease(row)
      return { until: row.until, shown: { holder, since, takenFrom } }
    },
  })
  return async (sessionId: string): Promise<SessionDetail['lease']> => {
    const { until, shown } = await known(sessionId)
    // Its end is no write.
    return deps.clock() < until ? shown : null
  }
}
