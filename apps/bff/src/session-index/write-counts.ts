import { sql, type Transaction } from 'kysely'
import type { Database } from '../store/schema.ts'
import { COUNTED } from './index-state.ts'
import type { IndexTable } from './session-index.tables.ts'

type Trx = Transaction<Database>

/** A row that came, went or changed. */
export interface Step {
  before?: IndexTable | undefined
  after?: IndexTable | undefined
}

const PER_STATEMENT = 200

const cellOf = (row: IndexTable) => ({
  kind: row.kind,
  status: row.status,
  country: row.country ?? '',
  workflow_id: row.workflow_id ?? '',
})
const waitingCellOf = (row: IndexTable) => ({
  kind: row.kind,
  country: row.country ?? '',
  workflow_id: row.workflow_id ?? '',
  watched: (row.aml_hits ?? 0) > 0 ? 1 : 0,
  returned: (row.resubmissions ?? 0) > 0 ? 1 : 0,
})
const waits = (row: IndexTable | undefined): row is IndexTable => row?.status === 'In Review'

/** What the steps add to each cell, in one order for everybody, so that two bffs cannot wait for each other. */
function deltasOf<Cell>(gone: readonly Cell[], come: readonly Cell[]): (Cell & { n: number })[] {
  const deltas = new Map<string, Cell & { n: number }>()
  const add = (cell: Cell, n: number) => {
    const key = JSON.stringify(cell)
    deltas.set(key, { ...cell, n: (deltas.get(key)?.n ?? 0) + n })
  }
  for (const cell of gone) add(cell, -1)
  for (const cell of come) add(cell, 1)
  return [...deltas]
    .filter(([, { n }]) => n !== 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, delta]) => delta)
}

const isRow = (row: IndexTable | undefined): row is IndexTable => row !== undefined

/** Keeps the counters true, and says in `session_index_state` that they are others than before. */
export async function writeCounts(trx: Trx, steps: readonly Step[]): Promise<void> {
  const [before, after] = [steps.map((step) => step.before), steps.map((step) => step.after)]
  const cells = deltasOf(before.filter(isRow).map(cellOf), after.filter(isRow).map(cellOf))
  const waiting = deltasOf(before.filter(waits).map(waitingCellOf), after.filter(waits).map(waitingCellOf))
  for (let from = 0; from < cells.length; from += PER_STATEMENT) {
    await trx
      .insertInto('session_index_counts')
      .values(cells.slice(from, from + PER_STATEMENT))
      .onConflict((conflict) =>
        conflict.columns(['kind', 'status', 'country', 'workflow_id']).doUpdateSet({ n: sql<number>`session_index_counts.n + excluded.n` }),
      )
      .execute()
  }
  for (let from = 0; from < waiting.length; from += PER_STATEMENT) {
    await trx
      .insertInto('session_index_waiting_counts')
      .values(waiting.slice(from, from + PER_STATEMENT))
      .onConflict((conflict) =>
        conflict
          .columns(['kind', 'country', 'workflow_id', 'watched', 'returned'])
          .doUpdateSet({ n: sql<number>`session_index_waiting_counts.n + excluded.n` }),
      )
      .execute()
  }
  if (cells.length + waiting.length === 0) return
  const value = crypto.randomUUID()
  await trx
    .insertInto('session_index_state')
    .values({ name: COUNTED, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
