import type { Severity } from '@verdict/contract/session'
import { markClass } from './chip.tsx'
import styles from './mark.module.css'
import { severityTerms, stripTerm } from './vocabulary.ts'

/** Quiet mark of one check. Without `label` it is decoration: its word must stand beside it. */
export function FeatureStatusMark({ status, size = 16, label }: { status: string; size?: number; label?: string }) {
  const { icon: Icon, hue, word } = stripTerm(status)
  const said = label ? { role: 'img', 'aria-label': `${label}: ${word}` } : { 'aria-hidden': true }
  return <Icon size={size} stroke={1.5} className={`${styles.icon} ${markClass[hue]}`} {...said} />
}

/** Mark of a warning's severity. `labelled` says the word to screen readers. */
export function SeverityMark({ severity, size = 16, labelled = true }: { severity: Severity; size?: number; labelled?: boolean }) {
  const { icon: Icon, hue, word } = severityTerms[severity]
  const said = labelled ? { role: 'img', 'aria-label': word } : { 'aria-hidden': true }
  return <Icon size={size} className={`${styles.icon} ${markClass[hue]}`} {...said} />
}
