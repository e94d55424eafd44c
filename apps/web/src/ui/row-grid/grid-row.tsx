import { memo } from 'react'
import styles from './row-grid.module.css'
import type { RowGridProps } from './row-grid.tsx'

interface Props<T> {
  /** What the list was given: the same object as long as only its place of scrolling changes. */
  list: RowGridProps<T>
  row: T
  index: number
  /** Pixels from the first row. */
  top: number
  height: number
  current: boolean
  reachable: boolean
}

function Row<T>({ list, row, index, top, height, current, reachable }: Props<T>) {
  const id = list.idOf(row)
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid hears Enter for its rows
    <div
      role="row"
      data-id={id}
      aria-rowindex={index + 2}
      aria-selected={current}
      aria-label={list.labelOf(row, index)}
      tabIndex={reachable ? 0 : -1}
      className={styles.row}
      style={{ height, transform: `translateY(${top}px)` }}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !current) list.onCurrent(id)
      }}
      onPointerEnter={() => list.onPoint?.(row)}
      onClick={(event) => {
        if (event.defaultPrevented || (event.target instanceof Element && event.target.closest('a, label, input'))) return
        if (list.clickSelects && !current) list.onCurrent(id)
        else list.onOpen(row)
      }}
    >
      {list.renderRow(row, index)}
    </div>
  )
}

/** One row of a list. Scrolling draws only the rows that come into sight. */
// A generic component loses its type parameter in `memo`; the props are those of `Row` all the same.
export const GridRow = memo(Row) as typeof Row
