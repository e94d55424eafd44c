/** Time as the client sees it; tests bring their own. */
export interface Time {
  /** Milliseconds since 1970. */
  now: () => number
  /** Resolves after `ms`; rejects with the signal's reason when it aborts first. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

export const realSleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal.addEventListener('abort', stop, { once: true })
  })

/** Marks an abort as our own time limit, so that it is not taken for the caller's. */
export class DeadlinePassed extends Error {}

export interface Deadline {
  readonly signal: AbortSignal
  readonly timeoutMs: number
  /** Milliseconds left. */
  left(): number
  passed(): boolean
  /** Ends the watch. Without it the timer would live on until the limit. */
  done(): void
  /** Aborts whatever runs under this deadline, for a reader that walked away. */
  cancel(): void
}

/** One time limit over all tries of a call, its waits and its body; the caller's signal ends it as well. */
export const startDeadline = (time: Time, timeoutMs: number, caller: AbortSignal | undefined): Deadline => {
  const limit = new AbortController()
  const watch = new AbortController()
  const end = time.now() + timeoutMs
  const onCaller = () => limit.abort(caller?.reason)
  if (caller?.aborted) onCaller()
  else caller?.addEventListener('abort', onCaller, { once: true })
  time.sleep(timeoutMs, watch.signal).then(
    () => limit.abort(new DeadlinePassed()),
    () => undefined,
  )
  const done = () => {
    watch.abort()
    caller?.removeEventListener('abort', onCaller)
  }
  return {
    signal: limit.signal,
    timeoutMs,
    left: () => Math.max(0, end - time.now()),
    passed: () => limit.signal.reason instanceof DeadlinePassed,
    done,
    cancel: () => {
      done()
      limit.abort(new Error('the reader went away'))
    },
  }
}
