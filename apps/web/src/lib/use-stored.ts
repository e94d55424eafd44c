import { useState } from 'react'

/** A choice of this browser's person that outlives the page, such as a folded pane. */
export function useStored(place: string, first: boolean): [boolean, (next: boolean) => void] {
  const [value, setValue] = useState(() => {
    const kept = localStorage.getItem(place)
    return kept === null ? first : kept === 'yes'
  })
  return [
    value,
    (next) => {
      localStorage.setItem(place, next ? 'yes' : 'no')
      setValue(next)
    },
  ]
}
