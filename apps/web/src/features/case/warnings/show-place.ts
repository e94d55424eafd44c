import type { CaseWarning, SessionDetail } from '@verdict/contract/case'
import { lookAt } from '../evidence/look-at.ts'
import { markedMedia } from '../evidence/regions.ts'
import type { RiskEntry } from './catalogue/risk-entry.types.ts'
import { firstHit, markRows, rowsNamed, unfold } from './mark-rows.ts'
import { placeOf } from './warning-place.ts'

/** Id of the text that says in words which warning marked a row. */
export const placeNoteId = 'warning-place-note'

interface Input {
  session: SessionDetail
  warning: CaseWarning
  entry: RiskEntry | null
  /** Puts a picture on the stage. */
  show: (ref: string) => void
  /** True when asked for: the facts scroll to the row and it takes the focus. Else they stay where they are. */
  go: boolean
}

let unmark: (() => void) | null = null

function goTo(row: HTMLElement): void {
  unfold(row)
  if (row.tabIndex < 0) row.tabIndex = -1
  row.scrollIntoView({ block: 'center' })
  // Sections that were never laid out have a guessed height, so the place is corrected once they are.
  requestAnimationFrame(() => row.scrollIntoView({ block: 'center' }))
  row.focus({ preventScroll: true })
  const back = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.target !== row) return
    event.preventDefault()
    const card = document.querySelector<HTMLElement>('[data-current-warning]')
    card?.focus({ preventScroll: true })
    card?.scrollIntoView({ block: 'nearest' })
  }
  row.addEventListener('keydown', back)
  row.addEventListener('blur', () => row.removeEventListener('keydown', back), { once: true })
}

/** Brings the evidence for a warning before the reader: the picture on the stage, the rows of the facts marked. */
export function showPlace({ session, warning, entry, show, go }: Input): void {
  const place = placeOf(session, warning, entry)
  const marked = markedMedia(session, warning)
  const ref = marked ?? place.media?.ref
  if (ref !== undefined) show(ref)
  if (go && marked !== null) lookAt(session.id, marked, warning.id)
  unmark?.()
  unmark = null
  const section = place.runId === null ? null : document.getElementById(place.runId)
  if (!section) return
  const hit = place.hits ? firstHit(section) : null
  const rows = hit ? [hit] : rowsNamed(section, place.rows)
  if (rows.length > 0) unmark = markRows(rows, placeNoteId)
  const target = rows[0] ?? section
  if (go) goTo(target)
}
