import type { ReactNode } from 'react'
import styles from './pane-header.module.css'

/** Heading of a pane, 40 px, with its controls at the right. */
export function PaneHeader({ title, id, children }: { title: ReactNode; id?: string; children?: ReactNode }) {
  return (
    <header className={styles.head}>
      <h2 className={styles.title} id={id}>
        {title}
      </h2>
      {children}
    </header>
  )
}
