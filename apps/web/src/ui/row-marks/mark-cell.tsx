import type { SessionRow } from '@verdict/contract/session'
import { Cell } from '../row-grid/row-grid.tsx'
import styles from './row-marks.module.css'
import type { Marks } from './use-marks.ts'

interface Props {
  row: SessionRow
  marks: Marks
  current: boolean
  /** The place of the row, shown until the box is wanted. */
  place?: { text: string; className: string | undefined }
}

/** The box of one row; only that of the current row is in the order of Tab. */
export function MarkCell({ row, marks, current, place }: Props) {
  const marking = marks.rows.length > 0 ? styles.marking : ''
  return (
    <Cell className={`${styles.mark} ${place ? `${styles.over} ${marking} ${place.className}` : ''}`}>
      {place && <span className={styles.place}>{place.text}</span>}
      <label>
        <input
          type="checkbox"
          aria-label={`Mark ${[row.number, row.name ?? 'No name'].filter((part) => part !== null).join(' ')}`}
          tabIndex={current ? 0 : -1}
          checked={marks.has(row.id)}
          onChange={({ nativeEvent }) => marks.toggle(row, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
        />
      </label>
    </Cell>
  )
}
