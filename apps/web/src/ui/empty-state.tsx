import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

interface EmptyStateProps {
  icon: TablerIcon
  hue?: 'plain' | 'good' | 'bad' | 'attention'
  title: string
  /** Since when, that it was checked, and the way out. */
  children?: ReactNode
  actions?: ReactNode
  /** Fills its pane and stands in its middle. */
  middle?: boolean
  level?: 1 | 2 | 3
}

/** A place with nothing in it, or a page that cannot be shown. */
export function EmptyState({ icon: Icon, hue = 'plain', title, children, actions, middle = true, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const
  return (
    <div className={middle ? styles.middle : undefined}>
      <div className={styles.box}>
        <div className={`${styles.icon} ${hue === 'plain' ? '' : styles[hue]}`}>
          <Icon size={22} stroke={1.75} aria-hidden />
        </div>
        <Heading className={styles.title}>{title}</Heading>
        {children && <div className={styles.text}>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
