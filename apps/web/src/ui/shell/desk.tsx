import type { ReactNode } from 'react'
import { ConnectionBanner } from './connection-banner.tsx'
import styles from './desk.module.css'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'

interface DeskProps {
  /** The case brings its own header and wants the room: a rail of icons, no top bar. */
  bare: boolean
  counts: Readonly<Record<string, number | undefined>>
  /** The list from which the open case was opened; null on other pages. */
  from: string | null
  children: ReactNode
}

/** Rail, top bar and the page. Only panes scroll. */
export function Desk({ bare, counts, from, children }: DeskProps) {
  return (
    <div className={styles.desk}>
      <a href="#page" className={styles.skip}>
        Skip to the page
      </a>
      <Rail narrow={bare} counts={counts} from={from} />
      <div className={styles.side}>
        {!bare && <TopBar />}
        <ConnectionBanner />
        <main id="page" className={styles.main} tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  )
}
