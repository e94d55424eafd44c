import { type RefObject, useEffect } from 'react'
import { placeIn } from './place-memory.ts'

/** The name of a fold: the part that it stands in and its number there. Null for folds of no lasting part. */
function nameOf(fold: HTMLDetailsElement): string | null {
  const part = fold.closest<HTMLElement>('section[id]')
  if (!part || part.id === 'warnings') return null
  return `${part.id}/${[...part.querySelectorAll('details')].indexOf(fold)}`
}

function openFolds(pane: HTMLElement, folds: ReadonlyMap<string, boolean>): void {
  if (folds.size === 0) return
  for (const fold of pane.querySelectorAll('details')) {
    const open = folds.get(nameOf(fold) ?? '')
    if (open !== undefined) fold.open = open
  }
}

function topOf(pane: HTMLElement): { anchor: string; beyond: number } | null {
  if (pane.scrollTop < 1) return null
  const { top } = pane.getBoundingClientRect()
  let found: { anchor: string; beyond: number } | null = null
  for (const part of pane.querySelectorAll<HTMLElement>(':scope > section[id]')) {
    const beyond = top - part.getBoundingClientRect().top
    if (beyond < 0) break
    found = { anchor: part.id, beyond }
  }
  return found
}

/** Keeps where the reader is, and brings them back there when they come back; not when the address names a part. */
export function useFactsPlace(sessionId: string, pane: RefObject<HTMLElement | null>, comesBack: boolean): void {
  useEffect(() => {
    const box = pane.current
    if (!box) return undefined
    const place = placeIn(sessionId)
    let frame = 0
    if (comesBack) {
      openFolds(box, place.folds)
      const { at } = place
      const part = at && document.getElementById(at.anchor)
      const goBack = () => {
        part?.scrollIntoView({ block: 'start' })
        box.scrollBy({ top: at?.beyond ?? 0 })
      }
      // Parts that were never laid out have a guessed height, so the place is corrected once they are.
      if (part) {
        goBack()
        frame = requestAnimationFrame(goBack)
      }
    }
    const onScroll = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        place.at = topOf(box)
      })
    }
    const onToggle = ({ target }: Event) => {
      const name = target instanceof HTMLDetailsElement ? nameOf(target) : null
      if (target instanceof HTMLDetailsElement && name !== null) place.folds.set(name, target.open)
    }
    box.addEventListener('scroll', onScroll, { passive: true })
    // Toggling does not bubble.
    box.addEventListener('toggle', onToggle, true)
    return () => {
      cancelAnimationFrame(frame)
      box.removeEventListener('scroll', onScroll)
      box.removeEventListener('toggle', onToggle, true)
    }
  }, [sessionId, pane, comesBack])
}
