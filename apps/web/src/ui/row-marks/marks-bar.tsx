import { Button } from '@mantine/core'
import type { SessionRow } from '@verdict/contract/session'
import { plural } from '../../lib/format.ts'
import { KeyHint } from '../key-hint.tsx'
import styles from './row-marks.module.css'
import { mostMarks, type Marks } from './use-marks.ts'

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
    <section className={styles.bar} aria-label="Marked sessions">
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
