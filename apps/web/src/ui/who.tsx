import { Link } from '@tanstack/react-router'
import type { SessionRow } from '@verdict/contract/session'
import { PersonName } from './person-name.tsx'
import { Portrait } from './portrait.tsx'
import styles from './who.module.css'

/** Portrait, name, number and country of a session in a list. The name is a link, for new tabs. */
export function Who({
  row,
  dim = false,
  withReference = false,
}: {
  row: Pick<SessionRow, 'id' | 'kind' | 'name' | 'number' | 'country' | 'hasPortrait' | 'vendorData'>
  dim?: boolean
  /** Also the application's own reference of the person. */
  withReference?: boolean
}) {
  return (
    <div className={`${styles.who} ${dim ? styles.dim : ''}`}>
      <Portrait sessionId={row.id} kind={row.kind} hasPortrait={row.hasPortrait} width={32} height={40} />
      <span className={styles.words}>
        <Link to="/sessions/$sessionId" params={{ sessionId: row.id }} tabIndex={-1} className={styles.name}>
          <PersonName name={row.name} country={row.country} />
        </Link>
        <span className={styles.meta}>
          {[row.number, row.country, withReference ? row.vendorData : null].filter((part) => part !== null).join(' · ') || 'No number'}
        </span>
      </span>
    </div>
  )
}
