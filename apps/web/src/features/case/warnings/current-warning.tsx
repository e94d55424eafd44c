import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
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
import { markedMedia } from '../evidence/regions.ts'
import { isEmpty } from '../model/json-shape.ts'
import { MarkedText } from '../parts/marked-text.tsx'
import { Missing } from '../parts/facts.tsx'
import { GenericFields } from '../parts/generic-fields.tsx'
import { detailsInWords } from './detail-words.ts'
import { warningAnchor } from './linked-warning.ts'
import { showPlace } from './show-place.ts'
import { comparisonOf, type WarningComparison } from './warning-comparison.ts'
import { DiditWords, WarningMeaning } from './warning-meaning.tsx'
import { placeOf, type WarningPlace } from './warning-place.ts'
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

const pictureWords = { document: 'document', faces: 'picture', video: 'video', place: 'document', other: 'file' } as const

/** What the way to the evidence is called; null when there is none. */
function wayWord(place: WarningPlace): string | null {
  if (place.hits) return 'Show the hit'
  if (place.media) return place.media.group === 'document' ? 'Show on document' : `Show the ${pictureWords[place.media.group]}`
  return place.runId === null ? null : 'Show the check'
}

function Answers({ walk, warning, may }: { walk: WarningWalk; warning: CaseWarning; may: boolean }) {
  const given = walk.answers[warning.id]?.answer
  return (
    <div className={classes.answers} role="group" aria-label={`Answer to: ${walk.told[warning.id]?.title ?? warning.title}`}>
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
  const { session, show } = useCaseRoom()
  const told = walk.told[warning.id]
  const entry = told?.entry ?? null
  const comparison = comparisonOf(session, warning)
  const way = wayWord(placeOf(session, warning, entry))
  const details = detailsInWords(warning.details, markedMedia(session, warning) !== null)
  const go = () => showPlace({ session, warning, entry, show, go: true })
  const title = `warning-title-${position}`
  return (
    <div
      ref={card}
      tabIndex={-1}
      className={classes.card}
      role="group"
      aria-labelledby={title}
      data-current-warning
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
        event.preventDefault()
        go()
      }}
    >
      <div className={classes.cardHead}>
        <SeverityMark severity={warning.severity} />
        <h4 id={title}>
          <bdi>{told?.title ?? warning.title}</bdi>
        </h4>
        <Link
          to="/sessions/$sessionId"
          params={{ sessionId: session.id }}
          search={{ at: warningAnchor(warning.id) }}
          replace
          className={classes.position}
          title="Link to this warning"
        >
          {position} of {walk.warnings.length}
        </Link>
      </div>
      <WarningMeaning warning={warning} told={told} />
      {comparison ? <Comparison comparison={comparison} /> : !isEmpty(details) && <GenericFields fields={details} />}
      <div className={classes.codeLine}>
        <code>{warning.code}</code>
        <DiditWords warning={warning} told={told} />
        {way !== null && (
          <button type="button" className={classes.show} aria-keyshortcuts="v" onClick={go}>
            <IconFocusCentered size={16} stroke={1.75} aria-hidden />
            {way} <KeyHint keys="v" />
          </button>
        )}
      </div>
      <div className={classes.hand}>
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
    </div>
  )
}
