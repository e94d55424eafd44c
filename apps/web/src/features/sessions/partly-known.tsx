import { useQuery } from '@tanstack/react-query'
import { count } from '../../lib/format.ts'
import { indexProgressQuery } from '../../lib/shared.queries.ts'
import styles from './sessions.module.css'
import type { SessionsSearch } from './sessions.search.ts'

/** Didit tells these of a case, not in its list. */
function toldByCases({ warning, workflow }: SessionsSearch): string | null {
  if (warning && workflow) return 'warnings and workflow'
  return warning ? 'warnings' : workflow ? 'workflow' : null
}

/** Says that a filter finds only cases that were read, as long as others are still to be read. */
export function PartlyKnown({ search, complete }: { search: SessionsSearch; complete: boolean }) {
  const what = toldByCases(search)
  const { data } = useQuery({ ...indexProgressQuery, enabled: what !== null && !complete })
  if (what === null || complete) return null
  const unread =
    data && data.unread > 0 ? ` ${count(data.unread)}${data.unread >= MOST_UNREAD ? ' or more' : ''} are still to be read.` : ''
  return (
    <div className={styles.note} role="status">
      <span>
        Didit’s list does not tell {what}: this shows cases that have been read one by one, those in review and the newest first.{unread}{' '}
        Others may fit.
      </span>
    </div>
  )
}

/** Further than this nobody counts. */
const MOST_UNREAD = 10_000
