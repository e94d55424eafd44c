import { useVirtualizer } from '@tanstack/react-virtual'
import { startTransition, useEffect, useImperativeHandle, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { GridRow } from './grid-row.tsx'
import { observeSize } from './observe-size.ts'
import styles from './row-grid.module.css'

export interface RowGridHandle {
  /** Moves the current row by so many; the focus follows when it is in the grid or nowhere else. */
  move: (by: number) => void
  focus: () => void
  toTop: () => void
}

export interface RowGridProps<T> {
  label: string
  /** A class that sets `--columns` (as in `grid-template-columns`), also for narrow screens. */
  columns: string | undefined
  head: ReactNode
  rows: readonly T[]
  idOf: (row: T) => string
  /** Read out when the row gets focus. */
  labelOf: (row: T, index: number) => string
  renderRow: (row: T, index: number) => ReactNode
  currentId: string | null
  onCurrent: (id: string) => void
  onOpen: (row: T) => void
  /** A click on a row that is not current only makes it current; otherwise it opens. */
  clickSelects?: boolean
  onPoint?: (row: T) => void
  onEnd?: () => void
  rowHeight?: number
  /** Rows in all, when more exist than are loaded. */
  total?: number
  foot?: ReactNode
  ref?: Ref<RowGridHandle>
}

const pageStep = 10
/** Rows beyond the edges of what is in sight, and how soon they come after the first ones; milliseconds. */
const [most, comesAfter] = [8, 400]
/** The head lies over the rows at the top of the scroller; pixels. */
const headHeight = 36

/** Virtual list of rows with one roving focus; only rows in sight are in the document. */
export function RowGrid<T>(props: RowGridProps<T>) {
  const { rows, idOf, currentId, onCurrent, onOpen, rowHeight = 52, onEnd } = props
  const scroller = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef(false)
  const beyond = useBeyond()
  const at = rows.findIndex((row) => idOf(row) === currentId)
  // oxlint-disable-next-line react/incompatible-library -- the virtualizer keeps its own state; nothing here is memoised over it
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    overscan: beyond,
    initialRect: { width: 1000, height: 800 },
    observeElementRect: observeSize,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : idOf(row)
    },
  })
  const items = virtual.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0

  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - 15) onEnd?.()
  }, [lastShown, rows.length, onEnd])

  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    scroller.current?.querySelector<HTMLElement>('[role=row][aria-selected=true]')?.focus({ preventScroll: true })
  })

  const goTo = (index: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, index))
    const row = rows[next]
    if (row === undefined) return
    virtual.scrollToIndex(next, { align: 'auto' })
    wantsFocus.current = true
    onCurrent(idOf(row))
    if (next === at) scroller.current?.querySelector<HTMLElement>('[role=row][aria-selected=true]')?.focus({ preventScroll: true })
  }

  useImperativeHandle(props.ref, () => ({
    move: (by) => {
      goTo(at < 0 ? 0 : at + by)
    },
    focus: () => {
      goTo(Math.max(0, at))
    },
    toTop: () => {
      virtual.scrollToOffset(0)
    },
  }))

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows[at]
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + pageStep,
      PageUp: at - pageStep,
      Home: 0,
      End: rows.length - 1,
    }
    const target = steps[event.key]
    if (target !== undefined) {
      event.preventDefault()
      goTo(target)
    } else if (
      event.key === 'Enter' &&
      row !== undefined &&
      event.target instanceof Element &&
      event.target.getAttribute('role') === 'row'
    ) {
      event.preventDefault()
      onOpen(row)
    }
  }

  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus is on one of its rows
    <div
      className={`${styles.grid} ${props.columns ?? ''}`}
      role="grid"
      aria-label={props.label}
      aria-rowcount={(props.total ?? rows.length) + 1}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.scroller} ref={scroller}>
        <div role="rowgroup" className={styles.headGroup}>
          <div role="row" aria-rowindex={1} className={styles.head}>
            {props.head}
          </div>
        </div>
        <div role="rowgroup" className={styles.space} style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index]
            if (row === undefined) return null
            const current = idOf(row) === currentId
            return (
              <GridRow
                key={item.key}
                list={props}
                row={row}
                index={item.index}
                top={item.start - headHeight}
                height={rowHeight}
                current={current}
                reachable={current || (at < 0 && item.index === 0)}
              />
            )
          })}
        </div>
        {props.foot && (
          <div role="rowgroup">
            <div role="row">
              <div role="gridcell" className={styles.foot}>
                {props.foot}
              </div>
            </div>
          </div>
        )}
      </div>
    </div>
  )
}

/** None at first: what is in sight comes sooner without them. */
function useBeyond(): number {
  const [beyond, setBeyond] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setBeyond(most)), comesAfter)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  return beyond
}

interface CellProps {
  children?: ReactNode
  className?: string | undefined
  /** Left out on narrow screens, where the case itself shows it. */
  folds?: boolean
}

export function Cell({ children, className, folds = false }: CellProps) {
  return (
    <div role="gridcell" className={`${styles.cell} ${folds ? styles.folds : ''} ${className ?? ''}`}>
      {children}
    </div>
  )
}

export function HeadCell({ children, folds = false }: CellProps) {
  return (
    <div role="columnheader" className={`${styles.cell} ${folds ? styles.folds : ''}`}>
      {children}
    </div>
  )
}

const bones = Array.from({ length: 12 }, (_, index) => index)

/** Rows that are being read, in their final boxes. */
export function RowGridBones({ columns, rowHeight = 52, label }: { columns: string | undefined; rowHeight?: number; label: string }) {
  return (
    <div className={`${styles.grid} ${columns ?? ''}`} role="status" aria-label={label}>
      <div className={styles.head} />
      {bones.map((bone) => (
        <div key={bone} className={styles.boneRow} style={{ height: rowHeight, opacity: 1 - bone / 14 }} aria-hidden>
          <span className={styles.bones} />
          <span className={styles.bones} />
          <span className={styles.bones} />
        </div>
      ))}
    </div>
  )
}
