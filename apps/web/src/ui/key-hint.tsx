import { keyCaps } from '../lib/keys/key-names.ts'
import { useLettersOn } from '../lib/keys/letters-setting.ts'
import styles from './key-hint.module.css'

/**
 * The key of an action, drawn beside its name; hidden from screen readers, which get `aria-keyshortcuts` of
 * the button. Letters disappear when the person has turned them off. `keys` as in `useKeys`: `'n'`, `'mod+k'`.
 */
export function KeyHint({ keys, onFilled = false }: { keys: string; onFilled?: boolean }) {
  const lettersOn = useLettersOn()
  const letter = keys.split(' ').every((key) => key.length === 1)
  if (letter && !lettersOn) return null
  return (
    <span className={styles.hint} aria-hidden>
      {keyCaps(keys).map((cap) => (
        <kbd key={cap} className={`${styles.cap} ${onFilled ? styles.onFilled : ''}`}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}
