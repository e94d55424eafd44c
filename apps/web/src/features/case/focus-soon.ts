import type { RefObject } from 'react'

/**
 * Focuses in the next frame, which lays the page out anyway: focusing at once would lay it out twice. What took the
 * focus meanwhile keeps it. Returns what calls it off.
 */
export function focusSoon(place: RefObject<HTMLElement | null>): () => void {
  const before = document.activeElement
  const frame = requestAnimationFrame(() => {
    const now = document.activeElement
    if (now === before || now === document.body) place.current?.focus({ preventScroll: true })
  })
  return () => cancelAnimationFrame(frame)
}
