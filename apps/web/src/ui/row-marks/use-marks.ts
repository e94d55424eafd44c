import { MOST_IN_BULK } from '@verdict/contract/decision-bulk'
import type { SessionRow } from '@verdict/contract/session'
import { useState } from 'react'

/** So many can be decided together, so no more can be marked. */
export const mostMarks = MOST_IN_BULK

export interface Marks {
  rows: readonly SessionRow[]
  has: (id: string) => boolean
  /** Marks a row or takes its mark away; `range`: every row from the last one touched to this one. */
  toggle: (row: SessionRow, range: boolean) => void
  clear: () => void
}

/** Rows that were marked, kept while filters change: what is searched one by one can be decided together. */
export function useMarks(listed: readonly SessionRow[]): Marks {
  const [marked, setMarked] = useState<ReadonlyMap<string, SessionRow>>(new Map())
  const [anchor, setAnchor] = useState<string | null>(null)
  const between = (row: SessionRow): readonly SessionRow[] => {
    const [from, to] = [listed.findIndex(({ id }) => id === anchor), listed.findIndex(({ id }) => id === row.id)]
    return from < 0 || to < 0 ? [row] : listed.slice(Math.min(from, to), Math.max(from, to) + 1)
  }
  return {
    rows: [...marked.values()],
    has: (id) => marked.has(id),
    toggle: (row, range) => {
      const next = new Map(marked)
      if (range) for (const each of between(row)) next.set(each.id, each)
      else if (!next.delete(row.id)) next.set(row.id, row)
      setMarked(new Map([...next].slice(0, mostMarks)))
      setAnchor(row.id)
    },
    clear: () => {
      setMarked(new Map())
      setAnchor(null)
    },
  }
}
