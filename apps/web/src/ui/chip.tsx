import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Hue } from './vocabulary.ts'
import styles from './mark.module.css'

const tints: Record<Hue, string | undefined> = {
  plain: styles.badgePlain,
  good: styles.badgeGood,
  bad: styles.badgeBad,
  attention: styles.badgeAttention,
  waiting: styles.badgeWaiting,
}

/** Colour of an icon that says a state. */
export const markClass: Record<Hue, string | undefined> = {
  plain: styles.plain,
  good: styles.good,
  bad: styles.bad,
  attention: styles.attention,
  waiting: styles.waiting,
}

/** Word on a tint, with its icon: the form of every state. */
export function Chip({
  hue = 'plain',
  icon: Icon,
  title,
  children,
}: {
  hue?: Hue
  icon?: TablerIcon
  title?: string
  children: ReactNode
}) {
  return (
    <span className={`${styles.badge} ${tints[hue]}`} title={title}>
      {Icon && <Icon size={14} stroke={1.75} aria-hidden />}
      {children}
    </span>
  )
}
