import type { Welcome } from '@verdict/contract/access'
import { time } from '../../lib/format.ts'
import styles from './sign-in.module.css'

export function UpstreamLine({ upstream }: { upstream: Welcome['upstream'] }) {
  const asked = upstream.asOf !== null || !upstream.answers
  const lamp = !asked ? styles.lampUnknown : upstream.answers ? '' : styles.lampDown
  return (
    <div className={styles.line}>
      <span className={`${styles.lamp} ${lamp}`} />
      <span>{!asked ? 'Didit has not been asked yet' : upstream.answers ? 'Didit answers' : 'Didit does not answer'}</span>
      <span>{upstream.asOf && `${upstream.answers ? 'as of' : 'last answer'} ${time(upstream.asOf, { seconds: true })}`}</span>
    </div>
  )
}
