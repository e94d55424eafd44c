import { plural } from '../../lib/format.ts'
import { useSecondsUntil } from '../../lib/use-seconds-until.ts'
import type { SignInProblem } from './sign-in-problem.ts'
import styles from './sign-in.module.css'

interface Try {
  isError: boolean
  error: unknown
  submittedAt: number
}

/** Why the last try was refused, and the seconds until the next is allowed. */
export function useRefusal<Problem extends SignInProblem>(
  { isError, error, submittedAt }: Try,
  problemOf: (error: unknown) => Problem,
): { refusal: Problem | null; wait: number } {
  const refusal = isError ? problemOf(error) : null
  const wait = useSecondsUntil(refusal && refusal.wait > 0 ? submittedAt + refusal.wait * 1000 : 0)
  return { refusal, wait }
}

/** The place where a refusal is told; a wait that is over takes its words away. */
export function Refusal({ refusal, wait }: { refusal: SignInProblem | null; wait: number }) {
  return (
    <div role="alert" className={styles.refusal}>
      {refusal && (wait > 0 || refusal.wait === 0) && (
        <p>
          {refusal.text}
          {wait > 0 && ` Wait ${plural(wait, 'second')}, then try again.`}
        </p>
      )}
    </div>
  )
}
