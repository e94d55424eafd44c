import type { Problem, ProblemCode } from '@verdict/contract/problem'

/** A refusal of the bff, or of the way to it. `problem` is what pages show. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problem: Problem

  constructor(problem: Problem, options?: ErrorOptions) {
    super(`${problem.title} ${problem.detail}`, options)
    this.problem = problem
  }
}

/** Nothing came back at all: Verdict itself is out of reach. Such a problem has status 0. */
export function unreachable(cause: unknown): ProblemError {
  return new ProblemError(
    {
      type: 'about:blank',
      status: 0,
      code: 'internal',
      title: 'Verdict does not answer.',
      detail: 'Nothing was saved. Check your connection, then try again.',
    },
    { cause },
  )
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'title' in value && 'code' in value && 'status' in value
}

/** Reads the answer of a failed call. Answers that are no Problem (a proxy's page) become one. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null)
  if (isProblem(body)) return new ProblemError(body)
  const seconds = Number(response.headers.get('retry-after'))
  return new ProblemError({
    type: 'about:blank',
    status: response.status,
    code: response.status === 401 ? 'not-signed-in' : response.status === 404 ? 'not-found' : 'internal',
    title: response.status === 404 ? 'There is nothing at this address.' : 'The answer could not be read.',
    detail: `The server answered ${String(response.status)}. Try again; if it stays, tell your Verdict admin.`,
    ...(seconds > 0 ? { retryAfter: seconds } : {}),
  })
}

/** What can be shown for anything that was thrown. */
export function asProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  return {
    type: 'about:blank',
    status: 500,
    code: 'internal',
    title: 'This page could not be shown.',
    detail: 'The fault is ours; nothing was sent. Try again, or go back to the queue.',
  }
}

export function hasCode(error: unknown, ...codes: ProblemCode[]): boolean {
  return error instanceof ProblemError && codes.includes(error.problem.code)
}
