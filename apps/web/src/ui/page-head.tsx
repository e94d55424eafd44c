import type { ReactNode } from 'react'
import classes from './page-head.module.css'

interface Props {
  title: string
  /** How much, as of when. */
  about?: string
  /** Filters and actions, at the right. */
  children?: ReactNode
}

/** Head of a list page: its name, how much there is, and its controls. Wraps instead of scrolling sideways. */
export function PageHead({ title, about, children }: Props) {
  return (
    <header className={classes.head}>
      <h1 className={classes.title}>{title}</h1>
      <p className={classes.about}>{about}</p>
      <div className={classes.controls}>{children}</div>
    </header>
  )
}
