import { ProblemError, problemOf, unreachable } from './problem.ts'
import { learnServerTime } from './server-clock.ts'
import { signInGate } from './sign-in-gate.ts'

export type Query = Record<string, string | number | undefined>

interface Options {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  query?: Query
  body?: unknown
  signal?: AbortSignal
  /** True for calls to which an expired sign-in is an answer, not an interruption. */
  bare?: boolean
}

function address(path: string, query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, String(value)]]))
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`
}

async function once(path: string, { method = 'GET', query, body, signal }: Options): Promise<Response> {
  try {
    return await fetch(address(path, query), {
      method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw unreachable(error)
  }
}

/** One call to the bff; throws `ProblemError`. An expired sign-in waits for a new one and repeats the call. */
export async function send(path: string, options: Options = {}): Promise<Response> {
  const response = await once(path, options)
  learnServerTime(response.headers.get('date'))
  if (response.ok) return response
  if (response.status === 401 && !options.bare && (await signInGate.wait())) return send(path, options)
  throw await problemOf(response)
}

/** Like `send`, with the JSON body. The bff has checked it against the contract; `T` is that contract's type. */
export async function call<T>(path: string, options: Options = {}): Promise<T> {
  const response = await send(path, options)
  try {
    return (await response.json()) as T
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
