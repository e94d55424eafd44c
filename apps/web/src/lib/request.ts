import { ProblemError, problemOf, unreachable } from './problem.ts'
import { learnServerTime } from './server-clock.ts'
import { signInGate, stepUpGate } from './gate.ts'

async function once(input: RequestInfo | URL, init: RequestInit | undefined): Promise<Response> {
  try {
    return await fetch(input, { ...init, credentials: 'same-origin' })
  } catch (error) {
    if (init?.signal?.aborted) throw error
    throw unreachable(error)
  }
}

/** Lets the person do what the refusal asks for; true when the call is worth repeating. */
async function mended({ problem }: ProblemError): Promise<boolean> {
  if (problem.status === 401) return signInGate.wait()
  if (problem.code === 'step-up-needed') return stepUpGate.wait()
  return false
}

/**
 * `fetch` as the typed client uses it: anything but a 2xx is thrown as `ProblemError`. An expired sign-in waits for
 * a new one and a wanted step-up for it, then the call is repeated; `bare` is for calls to which it is an answer.
 */
export const telephone = ({ bare = false } = {}): typeof fetch =>
  async function call(input, init) {
    const response = await once(input, init)
    learnServerTime(response.headers.get('date'))
    if (response.ok) return response
    const refusal = await problemOf(response)
    if (!bare && (await mended(refusal))) return call(input, init)
    throw refusal
  }

/** The body of an answer whose type the route declares; the bff has checked it against the contract. */
export async function bodyOf<T>(asked: Promise<{ status: number; json: () => Promise<T> }>): Promise<T> {
  const response = await asked
  try {
    return await response.json()
  } catch (error) {
    throw new ProblemError(
      {
        type: 'about:blank',
        status: response.status,
        code: 'internal',
        title: 'The answer broke off.',
        detail: 'Try again; if it was an action, look at the trail first: it may have been done.',
      },
      { cause: error },
    )
  }
}
