import type { SessionRow as WireRow } from '@verdict/didit/wire/session-list'

/** One kind of session in one direction, as a sequence of positions from 0. */
export interface Sequence {
  /** Rows at `from … from + size`, fewer at the end. `more`: there are rows behind them. */
  read(from: number, size: number): Promise<{ rows: WireRow[]; more: boolean }>
  /** Looks for the end anew, where positions are counted from it. */
  recount?(): void
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

const PROBE_LIMIT = 2 ** 31

/** How many there are when upstream does not count that far: doubles, then halves, one row at a time. */
async function findTotal(readPage: ReadPage, known: number): Promise<number> {
  const exists = async (index: number) => (await readPage(index, 1)).rows.length > 0
  let [present, absent] = [known - 1, known]
  while (absent < PROBE_LIMIT && (await exists(absent))) [present, absent] = [absent, absent * 2]
  while (absent - present > 1) {
    const middle = Math.floor((present + absent) / 2)
    if (await exists(middle)) present = middle
    else absent = middle
  }
  return absent
}

/** Remembers how many rows there are, so that the end need not be looked for at every page. */
export interface Totals {
  get(): number | undefined
  set(total: number): void
  clear(): void
}

/** Upstream's order backwards, from the end. Rows that are added meanwhile come in front and move nothing. */
export function oldestFirst(readPage: ReadPage, totals: Totals): Sequence {
  const total = async (size: number): Promise<{ total: number; all: UpstreamPage | undefined }> => {
    const known = totals.get()
    if (known !== undefined) return { total: known, all: undefined }
    const first = await readPage(0, size)
    const found =
      first.exact || !first.more ? Math.max(first.count, first.rows.length) : await findTotal(readPage, Math.max(first.count, 1))
    totals.set(found)
    return { total: found, all: first.more ? undefined : first }
  }

  const read: Sequence['read'] = async (from, size) => {
    const { total: end, all } = await total(size)
    if (all) {
      const rows = all.rows.toReversed()
      totals.set(rows.length)
      return { rows: rows.slice(from, from + size), more: rows.length > from + size }
    }
    const last = end - from
    const offset = Math.max(0, last - size)
    if (last <= 0) return { rows: [], more: false }
    const page = await readPage(offset, last - offset)
    const moved = page.exact && page.count !== end ? page.count : undefined
    if (moved !== undefined) {
      totals.set(moved)
      return read(from, size)
    }
    if (!page.exact && page.rows.length < last - offset) {
      // Fewer than there were: the end has come nearer.
      if (page.rows.length > 0) totals.set(offset + page.rows.length)
      else totals.clear()
      return read(from, size)
    }
    return { rows: page.rows.toReversed(), more: offset > 0 }
  }
  return { read, recount: () => totals.clear() }
}
