import { useEffect, useState } from 'react'

/**
 * For what opens over a page and takes the focus: gives it back to where it was, else to the page, when it goes.
 * Mantine does so only for what stays mounted.
 */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // Once it has left the document; whoever has put the focus elsewhere meanwhile is right.
      requestAnimationFrame(() => {
        if (document.activeElement !== null && document.activeElement !== document.body) return
        const kept = before instanceof HTMLElement && before !== document.body && before.isConnected
        const back = kept ? before : document.querySelector<HTMLElement>('main')
        back?.focus({ preventScroll: true })
      })
    },
    [before],
  )
}
