import type { ReactNode } from 'react'
import classes from './sections.module.css'

/** A titled part inside a section. */
export function SubPart({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.subPart}>
      <h4>
        {title}
        {aside !== undefined && <span className={classes.aside}>{aside}</span>}
      </h4>
      {children}
    </div>
  )
}
