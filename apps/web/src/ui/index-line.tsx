import { useQuery } from '@tanstack/react-query'
import type { IndexProgress } from '@verdict/contract/session-index'
import { count, moment } from '../lib/format.ts'
import { indexProgressQuery } from '../lib/shared.queries.ts'
import styles from './index-line.module.css'

/** "Reading Didit’s list: 12,300 of about 184,000, newest first; as of 12:04." */
export function progressInWords({ phase, known, expected, comparedAt }: IndexProgress): string {
  if (phase === 'starting') return 'Reading Didit’s list: the first page is on its way.'
  const all = `${expected.exact ? '' : 'about '}${count(expected.value)}`
  return `Reading Didit’s list: ${count(known)} of ${all}, newest first${comparedAt === null ? '' : `; as of ${moment(comparedAt)}`}.`
}

/** How far the list is while it is being filled, and what that means here; nothing afterwards. */
export function IndexLine({ meaning }: { meaning: string }) {
  const { data } = useQuery(indexProgressQuery)
  if (!data || data.phase === 'watching') return null
  return (
    <div className={styles.filling}>
      <progress
        aria-label="Sessions read"
        max={Math.max(data.expected.value, 1)}
        {...(data.phase === 'filling' ? { value: data.known } : {})}
      />
      <span>
        {progressInWords(data)} {meaning}
      </span>
    </div>
  )
}
