import { Button } from '@mantine/core'
import type { SessionRow } from '@verdict/contract/session'
import { plural } from '../../lib/format.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { Cell } from '../../ui/row-grid/row-grid.tsx'
import { mostMarks, type Marks } from './use-marks.ts'
import styles from './sessions.module.css'

interface Props {
  marks: Marks
  /** Rows that the list shows now. */
  listed: readonly SessionRow[]
  onDecide: (rows: readonly SessionRow[]) => void
}

/** How many are marked, and what can be done with them. */
export function MarksBar({ marks, listed, onDecide }: Props) {
  const count = marks.rows.length
  if (count === 0) return null
  const shown = new Set(listed.map(({ id }) => id))
  const elsewhere = marks.rows.filter(({ id }) => !shown.has(id)).length
  return (
    <section className={styles.marks} aria-label="Marked sessions">
      <span role="status">
        <b>{plural(count, 'session')} marked</b>
        {elsewhere > 0 && ` · ${String(elsewhere)} not in this list`}
        {count === mostMarks && ` · no more than ${String(mostMarks)} at a time`}
      </span>
      <Button variant="default" size="xs" onClick={marks.clear} rightSection={<KeyHint keys="Escape" />}>
        Clear marks
      </Button>
      <Button variant="default" size="xs" onClick={() => onDecide(marks.rows)} rightSection={<KeyHint keys="d" />} aria-keyshortcuts="D">
        Decide {count}…
      </Button>
    </section>
  )
}

/** The box of one row; only that of the current row is in the order of Tab. */
export function MarkCell({ row, marks, current }: { row: SessionRow; marks: Marks; current: boolean }) {
  return (
    <Cell className={styles.mark}>
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
