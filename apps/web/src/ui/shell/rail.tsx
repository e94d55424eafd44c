import IconCommand from '@tabler/icons-react/dist/esm/icons/IconCommand.mjs'
import { Link } from '@tanstack/react-router'
import { count } from '../../lib/format.ts'
import { ariaKeys } from '../../lib/keys/key-names.ts'
import { useMay } from '../../lib/me.ts'
import { KeyHint } from '../key-hint.tsx'
import { BrandMark } from './brand.tsx'
import { useOverlays } from './overlays.tsx'
import { railItems } from './rail-items.ts'
import styles from './rail.module.css'

interface RailProps {
  narrow: boolean
  /** By address; what is not known is left out. */
  counts: Readonly<Record<string, number | undefined>>
  /** The list from which the open case was opened. */
  from: string | null
}

export function Rail({ narrow, counts, from }: RailProps) {
  const may = useMay()
  const { show } = useOverlays()
  return (
    <nav className={`${styles.rail} ${narrow ? styles.narrow : ''}`} aria-label="Pages">
      <Link to="/" className={styles.brand} aria-label="Verdict, first page">
        <BrandMark />
        <span className={styles.brandWord}>Verdict</span>
      </Link>
      {railItems
        .filter((item) => may(item.needs))
        .map((item) => {
          const waiting = counts[item.to]
          const Icon = item.icon
          return (
            <Link
              key={item.to}
              to={item.to}
              title={item.label}
              className={styles.item}
              aria-keyshortcuts={ariaKeys(`g ${item.letter}`)}
              preload="intent"
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ 'data-here': 'true', 'aria-current': 'page' }}
              {...(item.to === from ? { 'data-here': 'true' } : {})}
            >
              <Icon size={16} stroke={1.75} aria-hidden />
              <span className={styles.label}>{item.label}</span>
              {waiting !== undefined && <span className={styles.count}>{count(waiting)}</span>}
              {waiting !== undefined && waiting > 0 && <span className={styles.dot} aria-hidden />}
            </Link>
          )
        })}
      <span className={styles.space} />
      <button
        type="button"
        className={styles.item}
        title="Shortcuts"
        aria-keyshortcuts="?"
        onClick={() => {
          show('keys')
        }}
      >
        <IconCommand size={16} stroke={1.75} aria-hidden />
        <span className={styles.label}>Shortcuts</span>
        <span className={styles.cap}>
          <KeyHint keys="?" />
        </span>
      </button>
    </nav>
  )
}
