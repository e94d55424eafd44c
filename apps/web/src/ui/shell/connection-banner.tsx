import { useQuery } from '@tanstack/react-query'
import IconPlugConnectedX from '@tabler/icons-react/dist/esm/icons/IconPlugConnectedX.mjs'
import { time } from '../../lib/format.ts'
import { connectionQuery } from '../../lib/shared.queries.ts'
import styles from './desk.module.css'

/** Says over every page that Didit or Verdict is out of reach, what still works and when it will be tried again. */
export function ConnectionBanner() {
  const { data, isError } = useQuery(connectionQuery)
  const text = isError
    ? navigator.onLine
      ? 'Verdict does not answer. What you see is what was read before; nothing can be sent. It is asked again every few seconds.'
      : 'This machine is offline. What you see is what was read before; nothing can be sent until the connection is back.'
    : data && !data.answers
      ? `Didit does not answer${data.downSince ? ` since ${time(data.downSince)}` : ''}. You can read and draft; nothing is sent until it is back.`
      : null
  return (
    <div role="status" aria-live="polite">
      {text && (
        <div className={styles.banner}>
          <IconPlugConnectedX size={16} stroke={1.75} aria-hidden /> {text} {!isError && data?.problem}
        </div>
      )}
    </div>
  )
}
