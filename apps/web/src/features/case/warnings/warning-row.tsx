import type { CaseWarning } from '@verdict/contract/case'
import { Chip } from '../../../ui/chip.tsx'
import { SeverityMark } from '../../../ui/marks.tsx'
import { answerTerms } from '../../../ui/vocabulary.ts'
import { needsAnswer } from '../model/dispositions.ts'
import type { WarningWalk } from './use-warning-walk.ts'
import classes from './warnings.module.css'

interface Props {
  walk: WarningWalk
  warning: CaseWarning
  position: number
  onOpen: (id: string) => void
}

/** A warning that is not open: one line, its answer at the right. */
export function WarningRow({ walk, warning, position, onOpen }: Props) {
  const given = walk.answers[warning.id]
  const told = walk.told[warning.id]
  const term = given && answerTerms[given.answer]
  return (
    <button type="button" className={classes.row} onClick={() => onOpen(warning.id)}>
      <span className={classes.number}>{position}</span>
      <SeverityMark severity={warning.severity} />
      <span className={classes.title}>
        <span>
          <bdi>{told?.title ?? warning.title}</bdi>
          {told && told.apart !== null && <em>{told.apart}</em>}
        </span>
        {given && given.note !== '' && <small>{given.note}</small>}
      </span>
      {term ? (
        <Chip hue={term.hue} icon={term.icon}>
          {term.word}
        </Chip>
      ) : (
        <span className={classes.open}>{needsAnswer(warning) ? 'Not answered' : 'No answer needed'}</span>
      )}
    </button>
  )
}
