import type { Difference } from './policy.differences.ts'
import classes from './policy.module.css'
import { sectionNames } from './policy.words.ts'

const places: readonly [id: string, name: string][] = [...Object.entries(sectionNames), ['history', 'History']]

function go(id: string): void {
  const section = document.getElementById(id)
  section?.scrollIntoView({ block: 'start' })
  section?.querySelector('h2')?.focus({ preventScroll: true })
}

/** Jumps to a section; says how many changes of it are not saved. */
export function SectionNav({ differences }: { differences: readonly Difference[] }) {
  return (
    <nav className={classes.nav} aria-label="Sections of the policy">
      {places.map(([id, name]) => {
        const changed = differences.filter(({ section }) => section === name).length
        return (
          <button key={id} type="button" onClick={() => go(id)}>
            {name}
            {changed > 0 ? <span className={classes.changed}>{changed} changed</span> : null}
          </button>
        )
      })}
    </nav>
  )
}
