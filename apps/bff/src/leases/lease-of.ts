import type { SessionDetail } from '@verdict/contract/case'
import { adaptLease, type LeaseBook } from './lease-book.ts'

/** Who works on a session now. Asked of the store each time: a remembered one was seen to outlive a takeover. */
export const makeLeaseOf =
  ({ book }: { book: Pick<LeaseBook, 'of'> }) =>
  async (sessionId: string): Promise<SessionDetail['lease']> => {
    const row = await book.of(sessionId)
    if (!row) return null
    const { holder, since, takenFrom } = adaptLease(row)
    return { holder, since, takenFrom }
  }
