import { useEffect, useRef, type RefObject } from 'react'

/** Nobody has touched the list for so long: then it may change by itself. Milliseconds. */
const quietFor = 20_000
const stirs = ['pointermove', 'pointerdown', 'wheel', 'keydown', 'focusin'] as const

/** Calls `run` once `wanted` rows may change: pointer and focus are elsewhere for a while and nothing is scrolled. */
export function useQuiet(list: RefObject<HTMLElement | null>, wanted: boolean, run: () => void): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const element = list.current
    if (!wanted || !element) return undefined
    let timer: ReturnType<typeof setTimeout>
    const wait = (): void => {
      clearTimeout(timer)
      timer = setTimeout(look, quietFor)
    }
    const look = (): void => {
      const scrolled = [...element.querySelectorAll('[role=presentation]')].some(({ scrollTop }) => scrollTop > 0)
      if (scrolled || element.matches(':hover') || element.contains(document.activeElement)) wait()
      else latest.current()
    }
    wait()
    for (const stir of stirs) element.addEventListener(stir, wait, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const stir of stirs) element.removeEventListener(stir, wait)
    }
  }, [list, wanted])
}
