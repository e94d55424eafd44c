import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { moment, plural } from '../../lib/format.ts'
import { Chip } from '../../ui/chip.tsx'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import { useEndOtherSignIns, useEndSignIn } from './account.mutations.ts'
import { mySignInsQuery } from './account.queries.ts'
import styles from './account.module.css'

/** Where one is signed in, and ending that. */
export function SignInsCard() {
  const { signIns, idleMinutes, longestHours } = useSuspenseQuery(mySignInsQuery).data
  const end = useEndSignIn()
  const endOthers = useEndOtherSignIns()
  const error = end.error ?? endOthers.error
  return (
    <section className={styles.card} aria-labelledby="sign-ins-title">
      <div className={styles.head}>
        <h2 id="sign-ins-title">Where you are signed in</h2>
        <Button variant="default" size="xs" disabled={signIns.length < 2} loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
          Sign out everywhere else
        </Button>
      </div>
      <div className={styles.body}>
        <p>
          A sign-in ends after {idleMinutes} minutes without use, and after {plural(longestHours, 'hour')} at most.
        </p>
        {error ? <ProblemPanel error={error} compact /> : null}
      </div>
      <ul className={styles.rows} aria-label="Sign-ins">
        {signIns.map(({ id, browser, startedAt, lastUsedAt, endsAt, current }) => (
          <li key={id} className={styles.row}>
            <span className={styles.what}>
              <b>{browser}</b>
              <br />
              <span className={styles.meta}>
                Since {moment(startedAt)}, last used {moment(lastUsedAt)}, ends by {moment(endsAt)}
              </span>
            </span>
            {current ? (
              <Chip>This one</Chip>
            ) : (
              <Button
                variant="default"
                size="compact-sm"
                loading={end.isPending && end.variables === id}
                aria-label={`Sign out ${browser}, since ${moment(startedAt)}`}
                onClick={() => end.mutate(id)}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
