import type { Difference } from './policy.differences.ts'
import classes from './policy.module.css'

/** Differences under the names of their sections. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  const sections = [...new Set(differences.map(({ section }) => section))]
  if (sections.length === 0) return <p className={classes.about}>Nothing differs.</p>
  return (
    <dl className={classes.differences}>
      {sections.map((section) => (
        <div key={section}>
          <dt>{section}</dt>
          {differences
            .filter((difference) => difference.section === section)
            .map(({ line }) => (
              <dd key={line}>{line}</dd>
            ))}
        </div>
      ))}
    </dl>
  )
}
