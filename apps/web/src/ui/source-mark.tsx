import styles from './source-mark.module.css'

/** Whose record an entry is: ours (V) or Didit's (D). */
export function SourceMark({ source }: { source: 'verdict' | 'didit' }) {
  const word = source === 'verdict' ? 'Verdict' : 'Didit'
  return (
    <span role="img" aria-label={word} title={word} className={`${styles.mark} ${styles[source]}`}>
      {word.charAt(0)}
    </span>
  )
}
