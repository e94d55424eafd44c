import type { ReactNode } from 'react'
import classes from '../policy.module.css'

interface Props {
  id: string
  title: string
  /** What the section rules, in one sentence. */
  about: string
  children: ReactNode
}

export function SectionCard({ id, title, about, children }: Props) {
  return (
    <section className={classes.card} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      <p className={classes.about}>{about}</p>
      {children}
    </section>
  )
}
