import { useSyncExternalStore } from 'react'

/** A wish to see the marked areas of a picture, until the stage has fulfilled it. */
interface Wish {
  sessionId: string
  ref: string
  warningId: string
}

let wish: Wish | null = null
const listeners = new Set<() => void>()

function set(next: Wish | null): void {
  wish = next
  for (const listener of listeners) listener()
}

/** Asks the stage to bring a warning's areas close, now or when the picture has come. */
export function lookAt(sessionId: string, ref: string, warningId: string): void {
  set({ sessionId, ref, warningId })
}

/** The wish has been fulfilled, or there is nothing to bring close. */
export function looked(): void {
  set(null)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export function useLookAt(sessionId: string, ref: string): Wish | null {
  const now = useSyncExternalStore(subscribe, () => wish)
  return now?.sessionId === sessionId && now.ref === ref ? now : null
}
