import type { ReactNode } from 'react'
import classes from './record-table.module.css'

interface Props {
  /** What the table lists, for screen readers. */
  label: string
  /** Headings; an empty one stands over buttons. */
  columns: readonly string[]
  /** Rows: `<tr>` with one `<td>` for each column. */
  children: ReactNode
  /** Below the rows, inside the scrolling part: "Load more". */
  foot?: ReactNode
}

/** A plain table that fills its page and scrolls by itself, its headings staying in sight. */
export function RecordTable({ label, columns, children, foot }: Props) {
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column === '' ? `column-${String(index)}` : column} scope="col">
                {column === '' ? <span className={classes.unseen}>Actions</span> : column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      {foot}
    </div>
  )
}

/** For cells: mono for hashes and ids, meta for small grey, prose for long texts that wrap. */
export const cell = { mono: classes.mono ?? '', meta: classes.meta ?? '', prose: classes.prose ?? '', end: classes.end ?? '' }
