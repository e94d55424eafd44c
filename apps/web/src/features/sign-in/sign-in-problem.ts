import { asProblem } from '../../lib/problem.ts'

export interface SignInProblem {
  text: string
  /** Seconds until another try is allowed. */
  wait: number
}

/** Why a sign-in failed, in words; never which of the two was wrong. */
export function signInProblem(error: unknown): SignInProblem {
  const problem = asProblem(error)
  const wait = Math.ceil(problem.retryAfter ?? 0)
  if (problem.status === 429) return { text: 'Too many tries.', wait: Math.max(wait, 1) }
  if (problem.status === 400 || problem.status === 401 || problem.status === 403 || problem.status === 422) {
    return { text: 'E-mail and password do not match. Check both, then try again.', wait: 0 }
  }
  if (problem.status === 0) return { text: 'Verdict does not answer. Check your connection, then try again.', wait: 0 }
  return { text: `${problem.title} ${problem.detail}`, wait }
}
