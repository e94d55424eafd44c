/** Moves less often than this are one; milliseconds. */
const coarse = 1000
/** A touch after so long is somebody coming back; milliseconds. */
const returnsAfter = 60_000

let at = Date.now()
const listeners = new Set<() => void>()

function touch(): void {
  const now = Date.now()
  if (now - at < coarse) return
  const back = now - at > returnsAfter
  at = now
  if (back) for (const listener of listeners) listener()
}

for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart']) {
  window.addEventListener(kind, touch, { passive: true, capture: true })
}

/** When somebody last touched mouse, keys or screen in this tab. */
export const lastTouch = {
  at: (): number => at,
  /** Called when somebody comes back after a minute or more. */
  onReturn: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
