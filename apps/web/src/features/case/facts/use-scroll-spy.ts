import { findAnchor } from './find-anchor.ts'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** The last anchor that an element stands in or after. */
function ownerOf(element: HTMLElement, anchors: readonly string[]): string | undefined {
  return anchors.findLast((anchor) => {
    const start = document.getElementById(anchor)
    return start !== null && (start.contains(element) || (start.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0)
  })
}

/** Which of the anchors stands at the top of a scrolling pane, and a way to scroll to one. */
export function useScrollSpy(pane: RefObject<HTMLElement | null>, anchors: readonly string[]) {
  const [active, setActive] = useState(anchors[0] ?? '')
  const jumped = useRef(0)
  const known = useRef(anchors)
  useEffect(() => {
    known.current = anchors
  }, [anchors])

  const look = useCallback(() => {
    const box = pane.current
    if (!box || performance.now() < jumped.current) return
    const top = box.getBoundingClientRect().top + 24
    const passed = anchors.filter((anchor) => {
      const element = document.getElementById(anchor)
      return element !== null && element.getBoundingClientRect().top <= top
    })
    setActive(passed.at(-1) ?? anchors[0] ?? '')
  }, [pane, anchors])

  useEffect(() => {
    const box = pane.current
    if (!box) return undefined
    let frame = 0
    const onScroll = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    }
    box.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      box.removeEventListener('scroll', onScroll)
    }
  }, [pane, look])

  const goTo = useCallback((anchor: string) => {
    const element = findAnchor(anchor)
    if (!element) return false
    if (element.tabIndex < 0) element.tabIndex = -1
    // Sections that were never laid out have a guessed height, so the place is corrected once they are.
    element.scrollIntoView({ block: 'start' })
    requestAnimationFrame(() => element.scrollIntoView({ block: 'start' }))
    element.focus({ preventScroll: true })
    jumped.current = performance.now() + 250
    setActive(ownerOf(element, known.current) ?? anchor)
    return true
  }, [])

  return { active: anchors.includes(active) ? active : (anchors[0] ?? ''), goTo }
}
