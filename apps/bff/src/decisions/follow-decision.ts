import type { FindWithheld } from '../approvals/follow-approvals.ts'
import type { Person } from '../lib/person.ts'
import type { DecisionRow } from './decision.adapt.ts'
import type { DecisionBook } from './decision.book.ts'
import { decisionNotFound, decisionWithheld } from './decision.errors.ts'

/** How long an ended decision stays in its maker's list. */
const RECENT_MS = 60_000

/** Where one decision stands; not told to those from whom it is withheld. */
export const makeReadDecision =
  ({ book, withheldFor }: { book: Pick<DecisionBook, 'find'>; withheldFor: FindWithheld }) =>
  async (by: Person, id: string): Promise<DecisionRow> => {
    const row = await book.find(id)
    if (!row) throw decisionNotFound()
    if (row.stage === 'awaiting_second' && (await withheldFor(by)).ledgerSeqs.has(row.ledger_seq)) throw decisionWithheld()
    return row
  }
export type ReadDecision = ReturnType<typeof makeReadDecision>

/** A person's own decisions that are not over, and those that ended in the last minute. */
export const makeListDecisions =
  ({ book, clock }: { book: Pick<DecisionBook, 'recentOf'>; clock: () => number }) =>
  async (by: Person): Promise<DecisionRow[]> =>
    book.recentOf(by.id, clock() - RECENT_MS)
export type ListDecisions = ReturnType<typeof makeListDecisions>
