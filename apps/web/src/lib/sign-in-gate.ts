/**
 * Holds calls that met an expired sign-in until somebody signs in again, so that a page keeps what was typed
 * and the call is repeated. The shell shows the dialog while `waiting` is true.
 */
interface Waiter {
  resume: (signedIn: boolean) => void
}

let waiters: Waiter[] = []
let open = false
const listeners = new Set<() => void>()

function announce(): void {
  for (const listener of listeners) listener()
}

export const signInGate = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
  waiting: (): boolean => waiters.length > 0,
  /** Opened by the signed-in layout; while closed an expired sign-in is an ordinary refusal. */
  arm(armed: boolean): void {
    open = armed
    if (!armed) signInGate.settle(false)
  },
  /** Resolves true once somebody signed in again, false when the person left for the sign-in page. */
  wait(): Promise<boolean> {
    if (!open) return Promise.resolve(false)
    return new Promise((resume) => {
      waiters.push({ resume })
      announce()
    })
  },
  settle(signedIn: boolean): void {
    const held = waiters
    waiters = []
    for (const waiter of held) waiter.resume(signedIn)
    announce()
  },
}
