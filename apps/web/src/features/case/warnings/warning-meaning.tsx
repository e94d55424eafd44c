import type { CaseWarning } from '@verdict/contract/case'
import { severityTerms } from '../../../ui/vocabulary.ts'
import { severityMeanings } from './severity-words.ts'
import type { ToldWarning } from './told-warnings.ts'
import classes from './warning-meaning.module.css'

/** What the severity means, then what the warning means and what to look for. */
export function WarningMeaning({ warning, told }: { warning: CaseWarning; told: ToldWarning | undefined }) {
  const { title, description } = warning
  const entry = told?.entry ?? null
  const check = [told?.check, told?.apart?.match(/remark .*$/u)?.[0]].filter(Boolean).join(', ')
  return (
    <>
      <p className={classes.severity}>
        {check !== '' && `${check} · `}
        <b>{severityTerms[warning.severity].word}.</b> {severityMeanings[warning.severity]}
      </p>
      {entry ? (
        <>
          <p className={classes.description}>{entry.meaning}</p>
          <ul className={classes.checks} aria-label="What to look for">
            {entry.checks.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : (
        description !== null && description !== title && <p className={classes.description}>{description}</p>
      )}
    </>
  )
}

/** Didit's own texts, where ours stand in their place. */
export function DiditWords({ warning, told }: { warning: CaseWarning; told: ToldWarning | undefined }) {
  if (!told?.entry) return null
  const { title, description } = warning
  return (
    <details className={classes.words}>
      <summary>In Didit’s words</summary>
      <p>
        <bdi>{title}</bdi>
        {description !== null && description !== title && (
          <>
            {' · '}
            <bdi>{description}</bdi>
          </>
        )}
      </p>
    </details>
  )
}
