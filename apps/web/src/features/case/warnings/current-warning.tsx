import { Button } from '@mantine/core'
import type { Ref } from 'react'
import IconFocusCentered from '@tabler/icons-react/dist/esm/icons/IconFocusCentered.mjs'
import type { CaseWarning } from '@verdict/contract/case'
import { answersInOrder } from '../model/dispositions.ts'
import { ariaKeys } from '../../../lib/keys/key-names.ts'
import { markClass } from '../../../ui/chip.tsx'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { SeverityMark } from '../../../ui/marks.tsx'
import { answerTerms } from '../../../ui/vocabulary.ts'
import { useCaseRoom } from '../case-room.tsx'
import { fieldsOf, isEmpty, isFields } from '../model/json-shape.ts'
import { MarkedText } from '../parts/marked-text.tsx'
import { Missing } from '../parts/facts.tsx'
import { GenericFields } from '../parts/generic-fields.tsx'
import { comparisonOf, pictureOf, type WarningComparison } from './warning-comparison.ts'
import type { WarningWalk } from './use-warning-walk.ts'
import classes from './warnings.module.css'

function Comparison({ comparison }: { comparison: WarningComparison }) {
  const own = comparison.rows[0]
  return (
    <table className={classes.comparison}>
      <thead>
        <tr>
          <th scope="col">
            <span className="v-hidden">Source</span>
          </th>
          {comparison.fields.map(({ key, label }) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {comparison.rows.map((row) => (
          <tr key={row.source}>
            <th scope="row">{row.source}</th>
            {row.cells.map((cell, at) => {
              const other = row === own ? (comparison.rows[1]?.cells[at] ?? null) : (own?.cells[at] ?? null)
              return (
                <td key={comparison.fields[at]?.key ?? at}>
                  {cell === null ? (
                    <Missing>{row.source === 'Form' ? 'Not asked' : 'Not stored'}</Missing>
                  ) : (
                    <MarkedText text={cell} reference={other} />
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Answers({ walk, warning, may }: { walk: WarningWalk; warning: CaseWarning; may: boolean }) {
  const given = walk.answers[warning.id]?.answer
  return (
    <div className={classes.answers} role="group" aria-label={`Answer to: ${warning.title}`}>
      {answersInOrder.map((answer, index) => {
        const { word, icon: Icon, hue } = answerTerms[answer]
        return (
          <Button
            key={answer}
            variant="default"
            disabled={!may}
            aria-pressed={given === answer}
            aria-keyshortcuts={ariaKeys(String(index + 1))}
            leftSection={<Icon size={16} stroke={1.75} className={markClass[hue]} aria-hidden />}
            rightSection={<KeyHint keys={String(index + 1)} />}
            className={classes.answer}
            onClick={() => walk.answer(warning.id, answer)}
          >
            {word}
          </Button>
        )
      })}
    </div>
  )
}

interface Props {
  walk: WarningWalk
  warning: CaseWarning
  position: number
  may: boolean
  card: Ref<HTMLDivElement>
  why: Ref<HTMLInputElement>
  onWhyDone: () => void
}

/** The warning that is being answered. */
export function CurrentWarning({ walk, warning, position, may, card, why, onWhyDone }: Props) {
  const { session, show, goTo } = useCaseRoom()
  const comparison = comparisonOf(session, warning)
  const picture = pictureOf(session, warning)
  const details = isFields(warning.details) ? warning.details : isEmpty(warning.details) ? {} : { details: warning.details }
  return (
    <div ref={card} tabIndex={-1} className={classes.card} role="group" aria-labelledby={`warning-${position}`} data-current-warning>
      <div className={classes.cardHead}>
        <SeverityMark severity={warning.severity} />
        <h4 id={`warning-${position}`}>{warning.title}</h4>
        <span>
          {position} of {walk.warnings.length}
        </span>
      </div>
      {warning.description !== null && warning.description !== warning.title && (
        <p className={classes.description}>{warning.description}</p>
      )}
      {comparison ? <Comparison comparison={comparison} /> : !isEmpty(details) && <GenericFields fields={fieldsOf(details)} />}
      <div className={classes.codeLine}>
        <code>{warning.code}</code>
        {picture === null && warning.runId !== null && (
          <button type="button" className={classes.show} onClick={() => goTo(warning.runId ?? 'warnings')}>
            Show the check
          </button>
        )}
        {picture !== null && (
          <button type="button" className={classes.show} aria-keyshortcuts="v" onClick={() => show(picture)}>
            <IconFocusCentered size={16} stroke={1.75} aria-hidden />
            Show on document <KeyHint keys="v" />
          </button>
        )}
      </div>
      <Answers walk={walk} warning={warning} may={may} />
      {may && (
        <div className={classes.why}>
          <input
            ref={why}
            type="text"
            aria-label="Why, in one line"
            aria-keyshortcuts="w"
            placeholder="Why? One line, for example “second given name left out”"
            maxLength={500}
            onKeyDown={(event) => {
              if ((event.key !== 'Enter' && event.key !== 'Escape') || event.nativeEvent.isComposing) return
              event.preventDefault()
              onWhyDone()
            }}
            value={walk.whyOf(warning.id)}
            onChange={(event) => walk.why(warning.id, event.currentTarget.value)}
          />
          <KeyHint keys="w" />
        </div>
      )}
    </div>
  )
}
