import type { Person } from '../lib/person.ts'
import type { DecisionRow } from './decision.adapt.ts'
import type { DecisionBook } from './decision.book.ts'
import { decisionNotFound } from './decision.errors.ts'

/** How long an ended decision stays in its maker's list. */
const RECENT_MS = 60_000

/** Where one decision stands. */
export const makeReadDecision =
  ({ book }: { book: Pick<DecisionBook, 'find'> }) =>
  async (id: string): Promise<DecisionRow> => {
    const row = await book.find(id)
    if (!row) throw decisionNotFound()
    return row
  }
export type ReadDecision = ReturnType<typeof makeReadDecision>

/** A person's own decisions that are not over, and those that ended in the last minute. */
export const makeListDecisions =
  ({ book, clock }: { book: Pick<DecisionBook, 'recentOf'>; clock: () => number }) =>
  async (by: Person): Promise<DecisionRow[]> =>
    book.recentOf(by.id, clock() - RECENT_MS)
export type ListDecisions = ReturnType<typeof makeListDecisions>
