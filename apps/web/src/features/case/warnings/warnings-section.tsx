import { memo, type Ref, useEffect, useRef } from 'react'
import { plural } from '../../../lib/format.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { useCaseRoom } from '../case-room.tsx'
import { Coverage } from './coverage.tsx'
import { CurrentWarning } from './current-warning.tsx'
import { placeNoteId, showPlace } from './show-place.ts'
import type { WarningWalk } from './use-warning-walk.ts'
import { WarningRow } from './warning-row.tsx'
import classes from './warnings.module.css'

function Progress({ walk }: { walk: WarningWalk }) {
  const { warnings, answers, current } = walk
  return (
    <span className={classes.progress} aria-hidden>
      {warnings.slice(0, 24).map((warning) => (
        <i key={warning.id} data-state={answers[warning.id] ? 'done' : warning.id === current ? 'now' : 'open'} />
      ))}
    </span>
  )
}

/** As the walk comes to a warning, its picture goes on the stage and its rows are marked. */
function usePlaceOfCurrent(walk: WarningWalk): void {
  const { session, show } = useCaseRoom()
  const { current, linked, told } = walk
  const shown = useRef(linked === current ? null : current)
  useEffect(() => {
    if (current === shown.current) return
    shown.current = current
    const warning = session.warnings.find(({ id }) => id === current)
    if (warning) showPlace({ session, warning, entry: told[warning.id]?.entry ?? null, show, go: false })
  }, [current, told, session, show])
}

interface Props {
  walk: WarningWalk
  may: boolean
  card: Ref<HTMLDivElement>
  why: Ref<HTMLInputElement>
  /** Puts the focus back on the open warning. */
  onWhyDone: () => void
}

/** All warnings, worst first, one of them open to be answered. */
export const WarningsSection = memo(function WarningsSection({ walk, may, card, why, onWhyDone }: Props) {
  const { warnings, answered, current } = walk
  const at = warnings.findIndex((warning) => warning.id === current)
  const open = (id: string) => {
    walk.go(id)
    requestAnimationFrame(onWhyDone)
  }
  usePlaceOfCurrent(walk)
  return (
    <section id="warnings" className={classes.section} aria-labelledby="warnings-title">
      <header className={classes.head}>
        <h3 id="warnings-title">Warnings</h3>
        {warnings.length > 0 && <Progress walk={walk} />}
        <span role="status">
          {warnings.length === 0 ? 'Didit has none for this session' : `${answered} of ${warnings.length} answered`}
        </span>
        {warnings.length > 1 && (
          <span className={classes.steps}>
            <KeyHint keys="j" /> <KeyHint keys="k" /> step
          </span>
        )}
      </header>
      {warnings.length > 1 && <Coverage walk={walk} onGo={open} />}
      {at >= 0 && (
        <p id={placeNoteId} className="v-hidden">
          Marked by warning {at + 1} of {warnings.length}: {walk.told[warnings[at]?.id ?? '']?.title}
        </p>
      )}
      {warnings.length === 0 && (
        <div ref={card} tabIndex={-1} className={classes.none}>
          Nothing was flagged. Read the checks below before you decide.
        </div>
      )}
      <ol className={classes.list} aria-label={plural(warnings.length, 'warning')}>
        {warnings.map((warning, index) => (
          <li key={warning.id}>
            {warning.id === current ? (
              <CurrentWarning walk={walk} warning={warning} position={index + 1} may={may} card={card} why={why} onWhyDone={onWhyDone} />
            ) : (
              <WarningRow walk={walk} warning={warning} position={index + 1} onOpen={open} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
})
