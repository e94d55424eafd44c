import { isDiditError } from '@verdict/didit'
import type { BlocklistItem } from '@verdict/contract/case'
import type { Kysely } from 'kysely'
import type { Person } from '../lib/person.ts'
import type { Presence } from '../processes/presence.ts'
import type { Database } from '../store/schema.ts'
import type { ApprovalKindHands } from './answer-approval.ts'
import { askedOf } from './approval.rows.ts'
import type { ApprovalsBook } from './approvals.book.ts'

const inside = {
  voided: async () => undefined,
  withdrawn: async () => undefined,
  within: async () => undefined,
}

const failed = 'Didit did not do it. It can be approved again.'
const uncertain = 'It is not certain whether Didit did it. Look at the blocklist before it is asked for again.'

/** Takes something off the blocklist once a second person agrees; the act is theirs, asked for by the first. */
export const makeRemovalHands = (deps: {
  store: Kysely<Database>
  book: ApprovalsBook
  remove: (
    by: Person,
    input: { sessionId: string; items: BlocklistItem[]; reason: string },
    asked: { approvalId: string; by: string },
  ) => Promise<unknown>
}): ApprovalKindHands => {
  const { store, book, remove } = deps
  return {
    ...inside,
    outside: true,
    changes: async () => null,
    after: async (row, next, by) => {
      if (next !== 'do' || row.session_id === null) return
      const ask = askedOf(row)
      const end = (move: Parameters<ApprovalsBook['move']>[2]) => store.transaction().execute((trx) => book.move(trx, row, move))
      try {
        const input = { sessionId: row.session_id, items: ask.blocklist ?? [], reason: ask.comment }
        await remove(by, input, { approvalId: row.id, by: row.made_by_name })
      } catch (error) {
        const nothingHappened = isDiditError(error) && error.effect !== 'unknown'
        await end(nothingHappened ? { to: 'second', unsaid: true, problem: failed } : { to: 'approved', problem: uncertain })
        throw error
      }
      await end({ to: 'approved', problem: null })
    },
  }
}

/** Agreeing to a sharing lets who asked make one token for exactly that; it is shown to nobody else. */
export const makeShareHands = (changes: (sessionId: string, hash: string) => Promise<string[] | null>): ApprovalKindHands => ({
  ...inside,
  outside: false,
  changes: async (row) => (row.session_id === null || row.evidence_hash === null ? null : changes(row.session_id, row.evidence_hash)),
  after: async () => undefined,
})

/** What a process that died was carrying out is shown as not certain. */
export async function endInterruptedApprovals(deps: {
  store: Kysely<Database>
  book: ApprovalsBook
  presence: Pick<Presence, 'lastBreath'>
}): Promise<void> {
  const { store, book, presence } = deps
  for (const row of await book.underWay()) {
    if ((await presence.lastBreath(row.worker_id)) === null) continue
    await store.transaction().execute((trx) => book.move(trx, row, { to: 'approved', problem: uncertain }))
  }
}
