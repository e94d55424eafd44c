import type { SessionRow } from '@verdict/contract/session'
import styles from './who.module.css'

/** Workflow of a session in a list, above what it verifies; lists do not always name the workflow. */
export function Flow({ row }: { row: Pick<SessionRow, 'workflow' | 'kind'> }) {
  return (
    <>
      {/* Its line is kept: names of workflows may come after the rows, and nothing jumps. */}
      <span className={styles.flow} title={row.workflow?.label ?? undefined}>
        {row.workflow?.label ?? '\u00A0'}
      </span>
      <span className={styles.meta}>{row.kind === 'business' ? 'KYB' : 'KYC'}</span>
    </>
  )
}
