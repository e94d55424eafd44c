import { useEffect, useState } from 'react'
import { serverNow } from './server-clock.ts'

/** The server's time, anew every `everyMs`; stands still while the tab is hidden. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState !== 'hidden') setNow(serverNow())
    }, everyMs)
    return () => {
      clearInterval(timer)
    }
  }, [everyMs])
  return now
}
