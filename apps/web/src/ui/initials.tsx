import { initials } from '../lib/format.ts'
import styles from './initials.module.css'

/** A colleague as a disc. `says` is read out and shown on hover: "Amara Osei is deciding". */
export function Initials({ name, me = false, size = 24, says }: { name: string; me?: boolean; size?: number; says?: string }) {
  const said = says ? { role: 'img', 'aria-label': says, title: says } : { 'aria-hidden': true }
  return (
    <span
      className={`${styles.disc} ${me ? styles.me : ''}`}
      style={{ width: size, height: size, fontSize: size > 28 ? 12 : 10 }}
      {...said}
    >
      {initials(name)}
    </span>
  )
}
