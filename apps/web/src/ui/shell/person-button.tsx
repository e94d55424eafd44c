import type { ComponentProps } from 'react'
import { useMe } from '../../lib/me.ts'
import { Initials } from '../initials.tsx'
import { roleNames } from '../role-names.ts'
import styles from './top-bar.module.css'

export function PersonButton({ compact, ...button }: ComponentProps<'button'> & { compact: boolean }) {
  const me = useMe()
  const role = me.roles.map((each) => roleNames[each]).join(', ')
  return (
    <button {...button} type="button" className={styles.person} aria-haspopup="menu">
      <Initials name={me.name} me />
      <span className={compact ? 'v-hidden' : styles.personWords}>
        {me.name} <span className={styles.role}>{role}</span>
      </span>
      <span className="v-hidden">Settings and sign out</span>
    </button>
  )
}
