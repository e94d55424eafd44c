import type { Kysely } from 'kysely'
import type { Ledger } from '../ledger/ledger.ts'
import type { Publish } from '../live/live-feed.ts'
import type { Presence } from '../processes/presence.ts'
import type { Database } from '../store/schema.ts'
import { makeApprovalsBook } from './approvals.book.ts'
import { makeAskApproval } from './ask-approval.ts'
import { endInterruptedApprovals } from './outside-approvals.ts'

/** The half of the room that other rooms ask through; made before them. */
export const makeAsking = (deps: {
  store: Kysely<Database>
  ledger: Ledger
  clock: () => number
  newId: () => string
  publish: Publish
  presence: Pick<Presence, 'id' | 'lastBreath'>
}) => {
  const book = makeApprovalsBook(deps)
  return { book, ask: makeAskApproval({ ...deps, book }), endInterrupted: async () => endInterruptedApprovals({ ...deps, book }) }
}
