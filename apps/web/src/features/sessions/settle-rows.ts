interface Page<Row> {
  rows: readonly Row[]
  count: { value: number; exact: boolean }
  nextCursor: string | null
}

export interface Settled<Row> {
  /** In the order in which they were first shown, with what is known of them now. */
  rows: readonly Row[]
  /** Rows of the first page that are not shown; all of it when more may be behind them. */
  news: { value: number; exact: boolean }
  /** True when rows that are shown do not fit any more. */
  lost: boolean
}

/** Keeps rows where they are and says what the first page, as it is now, would change. */
export function settleRows<Row extends { id: string }>(pages: readonly Page<Row>[], now: Page<Row> | undefined): Settled<Row> {
  const shown = new Map(pages.flatMap((page) => page.rows).map((row) => [row.id, row]))
  if (!now) return { rows: [...shown.values()], news: { value: 0, exact: true }, lost: false }
  const fresh = new Map(now.rows.map((row) => [row.id, row]))
  const rows = [...shown.values()].map((row) => fresh.get(row.id) ?? row)
  // A row that is met again bounds what the page speaks of: shown before it and missing there means gone.
  const reach = now.nextCursor === null ? rows.length : rows.findLastIndex((row) => fresh.has(row.id))
  const value = now.rows.filter((row) => !shown.has(row.id)).length
  return {
    rows,
    news: { value, exact: value < now.rows.length || now.nextCursor === null },
    lost: rows.slice(0, Math.max(reach, 0)).some((row) => !fresh.has(row.id)),
  }
}
