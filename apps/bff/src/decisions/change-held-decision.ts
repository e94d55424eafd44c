import type { Transaction } from 'kysely'
import type { Person } from '../lib/person.ts'
import type { DecisionRow } from './decision.adapt.ts'
import type { DecisionBook } from './decision.book.ts'
import { decisionNotFound, decisionNotHeld, notYours } from './decision.errors.ts'
import type { Database } from '../store/schema.ts'
import { stateOf } from './decision-machine.ts'

type Held = Pick<DecisionBook, 'find' | 'move' | 'hurry'>

const mayChange = (by: Person, row: DecisionRow) =>
  [row.made_by_id, row.second_by_id].includes(by.id) || by.permissions.includes('decisions.overturn')

const heldOne = async (book: Held, by: Person, id: string): Promise<DecisionRow> => {
  const row = await book.find(id)
  if (!row) throw decisionNotFound()
  if (!mayChange(by, row)) throw notYours()
  if (row.stage !== 'held') throw decisionNotHeld(stateOf(row.stage))
  return row
}

const stateNow = async (book: Held, id: string) => {
  const row = await book.find(id)
  return row ? stateOf(row.stage) : 'undone'
}

/** Takes back for good what is held, or what waits for a second person: nothing of it is ever sent. */
export const makeUndoDecision =
  ({ book, withdrawn }: { book: Held; withdrawn: (trx: Transaction<Database>, row: DecisionRow) => Promise<void> }) =>
  async (by: Person, id: string): Promise<DecisionRow> => {
    const row = await book.find(id)
    if (!row) throw decisionNotFound()
    const waits = row.stage === 'awaiting_second'
    // Only its maker: a senior answers it instead, and may not know yet what it says.
    if (waits ? row.made_by_id !== by.id : !mayChange(by, row)) throw notYours()
    if (!waits && row.stage !== 'held') throw decisionNotHeld(stateOf(row.stage))
    const undone = await book.move(row, {
      event: 'undo',
      record: { actor: by, action: 'decision.undone', outcome: 'undone' },
      ...(waits ? { also: withdrawn } : {}),
    })
    if (undone) return undone
    throw decisionNotHeld(await stateNow(book, id))
  }
export type UndoDecision = ReturnType<typeof makeUndoDecision>

/** Ends the time for undoing now. */
export const makeHurryDecision =
  ({ book, wake }: { book: Held; wake: () => void }) =>
  async (by: Person, id: string): Promise<DecisionRow> => {
    const row = await heldOne(book, by, id)
    if (!(await book.hurry(row, by))) throw decisionNotHeld(await stateNow(book, id))
    wake()
    return (await book.find(id)) ?? row
  }
export type HurryDecision = ReturnType<typeof makeHurryDecision>
