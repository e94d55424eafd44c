import type { SessionRow as WireRow } from '@verdict/didit/wire/session-list'

/** One of upstream's lists, as a sequence of positions from 0. */
export interface Sequence {
  /** Rows at `from … from + size`, fewer at the end. `more`: there are rows behind them. */
  read(from: number, size: number): Promise<{ rows: WireRow[]; more: boolean }>
}

/** One page as upstream gives it, newest first. `exact: false`: there are at least `count`. */
export interface UpstreamPage {
  rows: WireRow[]
  count: number
  exact: boolean
  more: boolean
}
export type ReadPage = (offset: number, limit: number) => Promise<UpstreamPage>

/** Upstream's own order. */
export function newestFirst(readPage: ReadPage): Sequence {
  return {
    read: async (from, size) => {
      const page = await readPage(from, size)
      return { rows: page.rows.slice(0, size), more: page.more || page.rows.length > size }
    },
  }
}
