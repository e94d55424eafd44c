import type { CaseWarning } from '@verdict/contract/case'
import { Chip } from '../../../ui/chip.tsx'
import { SeverityMark } from '../../../ui/marks.tsx'
import { answerTerms } from '../../../ui/vocabulary.ts'
import type { WarningWalk } from './use-warning-walk.ts'
import classes from './warnings.module.css'

/** A warning that is not open: one line, its answer at the right. */
export function WarningRow({ walk, warning, position }: { walk: WarningWalk; warning: CaseWarning; position: number }) {
  const given = walk.answers[warning.id]
  const term = given && answerTerms[given.answer]
  return (
    <button type="button" className={classes.row} onClick={() => walk.go(warning.id)}>
      <span className={classes.number}>{position}</span>
      <SeverityMark severity={warning.severity} />
      <span className={classes.title}>
        <span>{warning.title}</span>
        {given && given.note !== '' && <small>{given.note}</small>}
      </span>
      {term ? (
        <Chip hue={term.hue} icon={term.icon}>
          {term.word}
        </Chip>
      ) : (
        <span className={classes.open}>Not answered</span>
      )}
    </button>
  )
}
