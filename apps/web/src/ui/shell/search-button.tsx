import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs'
import { KeyHint } from '../key-hint.tsx'
import { useOverlays } from './overlays.tsx'
import styles from './top-bar.module.css'

/** Opens the palette; `compact` is the icon of the case header. */
export function SearchButton({ compact = false }: { compact?: boolean }) {
  const { show } = useOverlays()
  const open = (): void => {
    show('palette')
  }
  if (compact) {
    return (
      <button
        type="button"
        className={styles.searchIcon}
        aria-label="Search and commands"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={open}
      >
        <IconSearch size={18} stroke={1.75} aria-hidden />
      </button>
    )
  }
  return (
    <button type="button" className={styles.search} aria-keyshortcuts="Control+K Meta+K" onClick={open}>
      <IconSearch size={16} stroke={1.75} aria-hidden />
      <span className={styles.searchText}>Search name, number, document</span>
      <span className={styles.caps}>
        <KeyHint keys="mod+k" />
      </span>
    </button>
  )
}
