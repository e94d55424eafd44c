import { type Ref, useState } from 'react'
import { KeyHint } from '../../../ui/key-hint.tsx'
import type { WarningWalk } from '../warnings/use-warning-walk.ts'
import { backToWarning } from '../parts/back-to-warning.ts'
import classes from './actions.module.css'

function Composed({ walk, may }: { walk: WarningWalk; may: boolean }) {
  const { text, open } = walk.rationale
  if (text === '' && !may) return <p className={classes.empty}>You can read this case; there is nothing for you to decide now.</p>
  if (text === '' && walk.warnings.length > 0)
    return <p className={classes.empty}>Answer the warnings and the rationale writes itself here.</p>
  if (text === '') return <p className={classes.empty}>No warnings to answer. Write a rationale if the reason alone does not say it.</p>
  return (
    <p className={classes.composed}>
      <bdi>{text}</bdi> {open.length > 0 && <span>{open.map((title) => `[${title}: open]`).join(' ')}</span>}
    </p>
  )
}

interface Props {
  walk: WarningWalk
  field: Ref<HTMLTextAreaElement>
  editing: boolean
  onEdit: (editing: boolean) => void
  may: boolean
}

/** What will be sent as the comment: composed from the answers until somebody writes it by hand. */
export function RationalePane({ walk, field, editing, onEdit, may }: Props) {
  const [said, setSaid] = useState('')
  const { edited, warnings, answered } = walk
  const own = edited !== null
  return (
    <div className={classes.rationale}>
      <div className={classes.rationaleHead}>
        <h2>Rationale</h2>
        <span>{own ? 'written by hand' : `written from ${answered} of ${warnings.length} answers`}</span>
        {may && !editing && (
          <button type="button" aria-keyshortcuts="e" onClick={() => onEdit(true)}>
            <KeyHint keys="e" /> edit
          </button>
        )}
        {own && (
          <button
            type="button"
            onClick={() => {
              walk.editRationale(null)
              onEdit(false)
              setSaid('The rationale is written from the answers again.')
            }}
          >
            write from answers
          </button>
        )}
        <span role="status" className="v-hidden">
          {said}
        </span>
      </div>
      {walk.left.length > 0 && (
        <p className={classes.left} role="status">
          Your own words were kept. Answers given since say: <bdi>{walk.left.map(({ text }) => text).join(' ')}</bdi>
        </p>
      )}
      {editing || own ? (
        <textarea
          ref={field}
          aria-label="Rationale"
          maxLength={4000}
          value={edited ?? walk.rationale.text}
          readOnly={!may}
          onChange={(event) => walk.editRationale(event.target.value)}
          onBlur={() => onEdit(false)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            backToWarning(event.currentTarget)
          }}
        />
      ) : (
        <Composed walk={walk} may={may} />
      )}
    </div>
  )
}
