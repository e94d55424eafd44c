import type { ReactNode } from 'react'
import classes from './sections.module.css'

interface Props {
  title: string
  aside?: ReactNode
  field?: string
  children: ReactNode
}

/** A titled part inside a section; `field` is upstream's name of what it shows, for links that lead here. */
export function SubPart({ title, aside, field, children }: Props) {
  return (
    <div className={classes.subPart} data-field={field}>
      <h4>
        {title}
        {aside !== undefined && <span className={classes.aside}>{aside}</span>}
      </h4>
      {children}
    </div>
  )
}
