import type { Rect, Virtualizer } from '@tanstack/react-virtual'

type List = Virtualizer<HTMLDivElement, Element>

/** Tells the size of the list once the browser has laid it out: asking at once would lay the page out a second time. */
export function observeSize(list: List, tell: (size: Rect) => void): (() => void) | undefined {
  const box = list.scrollElement
  if (!box) return undefined
  const observer = new ResizeObserver((entries) => {
    const size = entries.at(-1)?.contentRect
    if (size) tell({ width: Math.round(size.width), height: Math.round(size.height) })
  })
  observer.observe(box)
  return () => {
    observer.disconnect()
  }
}
