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

/** Why a code was refused. `over`: the password is wanted again. */
export function codeProblem(error: unknown): SignInProblem & { over: boolean } {
  const problem = asProblem(error)
  const wait = Math.ceil(problem.retryAfter ?? 0)
  if (problem.status === 429) return { text: 'Too many tries.', wait: Math.max(wait, 1), over: false }
  if (problem.code === 'sign-in-over') return { text: 'This sign-in has ended. Give the password again.', wait: 0, over: true }
  if (problem.code === 'code-wrong' || problem.code === 'invalid-input') {
    return { text: 'This code is not right, or it was used before. Take the next one.', wait: 0, over: false }
  }
  if (problem.status === 0) return { text: 'Verdict does not answer. Check your connection, then try again.', wait: 0, over: false }
  return { text: `${problem.title} ${problem.detail}`, wait, over: false }
}

/** Why a password or code given again was refused. */
export function stepUpProblem(error: unknown): SignInProblem {
  const problem = asProblem(error)
  if (problem.fields?.some(({ path }) => path === 'password')) return { text: 'The password is wrong.', wait: 0 }
  return codeProblem(error)
}
