import { useQuery } from '@tanstack/react-query'
import { time } from '../../lib/format.ts'
import { useLiveState } from '../../lib/live/live-state.ts'
import { connectionQuery } from '../../lib/shared.queries.ts'
import styles from './top-bar.module.css'

/** Whether Didit answers, and as of when. The box keeps its width while the time runs. */
export function ConnectionDot() {
  const { data, isError } = useQuery(connectionQuery)
  const live = useLiveState()
  if (isError) {
    return (
      <span className={`${styles.live} ${styles.down}`} role="status">
        <span className={styles.lamp} /> Verdict does not answer
      </span>
    )
  }
  if (data && !data.answers) {
    return (
      <span className={`${styles.live} ${styles.down}`} role="status" title={data.problem ?? undefined}>
        <span className={styles.lamp} /> Not live{data.downSince ? ` since ${time(data.downSince)}` : ''}
      </span>
    )
  }
  return (
    <span className={styles.live} title={live === 'down' ? 'Changes are asked for every few seconds: the live line is broken.' : undefined}>
      <span className={styles.lamp} />
      <span>
        <span className={styles.liveWord}>{live === 'down' ? 'Not live, as of ' : 'Live, as of '}</span>
        <b>{data?.asOf ? time(data.asOf, { seconds: true }) : '…'}</b>
      </span>
    </span>
  )
}
