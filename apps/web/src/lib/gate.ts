/**
 * Holds calls that were refused until a person has done something about it, so that a page keeps what was typed and
 * the call is repeated. The shell shows a dialog while `waiting` is true.
 */
export interface Gate {
  subscribe: (listener: () => void) => () => void
  waiting: () => boolean
  /** Opened by the signed-in layout; while closed such a refusal is an ordinary one. */
  arm: (armed: boolean) => void
  /** Resolves true once it is worth repeating the call, false when the person turned away. */
  wait: () => Promise<boolean>
  settle: (again: boolean) => void
}

export function makeGate(): Gate {
  let waiters: ((again: boolean) => void)[] = []
  let open = false
  const listeners = new Set<() => void>()
  const announce = (): void => {
    for (const listener of listeners) listener()
  }
  const settle = (again: boolean): void => {
    const held = waiters
    waiters = []
    for (const resume of held) resume(again)
    announce()
  }
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    waiting: () => waiters.length > 0,
    arm: (armed) => {
      open = armed
      if (!armed) settle(false)
    },
    wait: () => {
      if (!open) return Promise.resolve(false)
      return new Promise((resume) => {
        waiters.push(resume)
        announce()
      })
    },
    settle,
  }
}

/** For calls that met an expired sign-in. */
export const signInGate = makeGate()

/** For calls that want the password or a code given lately. */
export const stepUpGate = makeGate()
