import { useReducedMotion } from '@mantine/hooks'
import { useEffect, useState } from 'react'

/** Time that each picture stands: two changes, that is one flash, a second. WCAG 2.3.1 allows three. */
export const standsFor = 500

/** Alternates two pictures while `on`. Where people asked for less motion it stands until it is started by hand. */
export function useFlicker(on: boolean) {
  const reduced = useReducedMotion()
  const [over, setOver] = useState(false)
  const [byHand, setByHand] = useState<boolean | null>(null)
  const running = on && (byHand ?? !reduced)
  useEffect(() => {
    if (!running) return undefined
    const timer = setInterval(() => setOver((now) => !now), standsFor)
    return () => clearInterval(timer)
  }, [running])
  return {
    over,
    running,
    reduced,
    swap: () => setOver((now) => !now),
    run: (wanted: boolean | null) => setByHand(wanted),
  }
}
export type Flicker = ReturnType<typeof useFlicker>
