import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { whenQuiet } from '../when-quiet.ts'

async function begin(queryClient: QueryClient, stop: AbortSignal): Promise<void> {
  const { followLive } = await import('./follow-live.ts')
  if (!stop.aborted) followLive(queryClient, stop)
}

/** Follows live changes while the desk is open. Its code arrives after the first screen. */
export function useLive(): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    const stop = new AbortController()
    whenQuiet(() => void begin(queryClient, stop.signal), stop.signal)
    return () => {
      stop.abort()
    }
  }, [queryClient])
}
