import { sql } from 'kysely'
import type { Store } from '../store/open-store.ts'
import { spellings, type Facet, type IndexFilter } from './index-filter.ts'

interface Cell {
  kind: string
  status: string
  country: string
  workflow_id: string
  n: number
}

interface WaitingCell extends Omit<Cell, 'status'> {
  watched: number
  returned: number
}

export interface IndexCounts {
  /** Exact; only for filters of kind, status, country and workflow. */
  total(filter: IndexFilter): number
  /** How many of each value under the other filters. */
  by(facet: Facet | 'kind', filter: IndexFilter): Map<string, number>
  /** How many rows have one of these values, so that the narrowest filter leads. */
  estimate(facet: Facet, values: readonly string[]): number
  /** What waits in review, under filters of country and workflow. */
  waiting(filter: Pick<IndexFilter, 'countries' | 'workflows'>): Waiting
}

export interface Waiting {
  all: number
  companies: number
  /** With hits on watch lists. */
  watchList: number
  /** Came back after being asked again. */
  returned: number
}

/** True when counters answer this filter exactly. */
export const isCounted = ({ id, text, warnings, from, to }: IndexFilter): boolean => !(id ?? text ?? warnings ?? from ?? to)

function fits(cell: Cell, filter: IndexFilter, but?: Facet | 'kind'): boolean {
  const among = (facet: Facet | 'kind', values: readonly string[] | undefined) => facet === but || !values || values.includes(cell[facet])
  return (
    among('kind', filter.kind && [filter.kind]) &&
    among('status', filter.statuses) &&
    among('country', filter.countries && spellings(filter.countries)) &&
    among('workflow_id', filter.workflows)
  )
}

/** The counters of the whole index: a few thousand cells however many sessions there are. */
export async function readCounts(store: Store): Promise<IndexCounts> {
  const { rows: cells } = await sql<Cell>`select kind, status, country, workflow_id, n from session_index_counts where n > 0`.execute(store)
  const { rows: waiting } = await sql<WaitingCell>`select kind, country, workflow_id, watched, returned, n
    from session_index_waiting_counts where n > 0`.execute(store)
  return {
    waiting: (filter) => {
      const fitting = waiting.filter((cell) => fits({ ...cell, status: '' }, filter))
      const sum = (test: (cell: WaitingCell) => boolean) => fitting.reduce((all, cell) => (test(cell) ? all + cell.n : all), 0)
      return {
        all: sum(() => true),
        companies: sum(({ kind }) => kind === 'business'),
        watchList: sum(({ watched }) => watched === 1),
        returned: sum(({ returned }) => returned === 1),
      }
    },
    total: (filter) => cells.reduce((sum, cell) => (fits(cell, filter) ? sum + cell.n : sum), 0),
    by: (facet, filter) => {
      const found = new Map<string, number>()
      for (const cell of cells) {
        if (fits(cell, filter, facet)) found.set(cell[facet], (found.get(cell[facet]) ?? 0) + cell.n)
      }
      return found
    },
    estimate: (facet, values) => cells.reduce((sum, cell) => (values.includes(cell[facet]) ? sum + cell.n : sum), 0),
  }
}
