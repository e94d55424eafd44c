import { type RefObject, useEffect } from 'react'
import { bringIntoRow } from './bring-into-row.ts'

/**
 * Keeps the child of `row` whose `data-<name>` is `value` in sight: as it is chosen, and whenever the row gets a box.
 * It waits for the browser's own layout; asking for places at once would make it lay out a whole case for that.
 */
export function useBroughtIntoRow(row: RefObject<HTMLElement | null>, name: 'anchor' | 'ref', value: string | null): void {
  useEffect(() => {
    const box = row.current
    if (!box || value === null) return undefined
    const observer = new ResizeObserver(() => {
      bringIntoRow(box, box.querySelector<HTMLElement>(`[data-${name}="${CSS.escape(value)}"]`))
    })
    observer.observe(box)
    return () => observer.disconnect()
  }, [row, name, value])
}
