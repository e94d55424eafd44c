import { severities } from '@verdict/contract/session'
import { SeverityMark } from '../../../ui/marks.tsx'
import { severityTerms } from '../../../ui/vocabulary.ts'
import { needsAnswer } from '../model/dispositions.ts'
import { severityMeanings } from './severity-words.ts'
import type { WarningWalk } from './use-warning-walk.ts'
import classes from './coverage.module.css'

const linksShown = 8

/** How many warnings of each severity are answered, and which still wait. */
export function Coverage({ walk, onGo }: { walk: WarningWalk; onGo: (id: string) => void }) {
  const { warnings, answers, open, told } = walk
  const counts = severities.flatMap((severity) => {
    const all = warnings.filter((warning) => warning.severity === severity)
    return all.length === 0 ? [] : [{ severity, all: all.length, done: all.filter((warning) => answers[warning.id]).length }]
  })
  return (
    <div className={classes.coverage}>
      <ul aria-label="Answered by severity">
        {counts.map(({ severity, all, done }) => (
          <li key={severity} title={severityMeanings[severity]}>
            <SeverityMark severity={severity} size={14} labelled={false} />
            {severityTerms[severity].word}{' '}
            <b>
              {done} of {all}
            </b>
            {severity === 'information' && done < all && <span className="v-hidden">, no answer needed</span>}
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <div className={classes.left} role="group" aria-label="Still to answer">
          <span aria-hidden>Left</span>
          {open.slice(0, linksShown).map((warning) => {
            const position = warnings.indexOf(warning) + 1
            return (
              <button
                key={warning.id}
                type="button"
                aria-label={`Go to warning ${position}: ${told[warning.id]?.title ?? warning.title}`}
                aria-current={warning.id === walk.current ? 'step' : undefined}
                onClick={() => onGo(warning.id)}
              >
                {position}
              </button>
            )
          })}
          {open.length > linksShown && <span>and {open.length - linksShown} more</span>}
        </div>
      )}
      {open.length === 0 && warnings.some(needsAnswer) && <span className={classes.all}>All that need an answer have one</span>}
    </div>
  )
}
