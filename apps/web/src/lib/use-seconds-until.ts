import { useEffect, useState } from 'react'

/** Whole seconds until an instant in milliseconds, stepping down to zero. */
export function useSecondsUntil(until: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (until === 0) return undefined
    const timer = setInterval(() => {
      setNow(Date.now())
    }, 500)
    return () => {
      clearInterval(timer)
    }
  }, [until])
  return until === 0 ? 0 : Math.max(0, Math.ceil((until - now) / 1000))
}
