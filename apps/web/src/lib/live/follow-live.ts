import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { shareLine } from './live-share.ts'
import { liveState } from './live-state.ts'
import { overtaken } from './told-keys.ts'

/** Several pieces of news of one moment ask once. Milliseconds. */
const gathers = 60
/** A storm of news asks for the same thing this often at most. Milliseconds. */
const rests = 2000

/** Asks again for what changed, as soon as the bff says so, until `stop`. */
export function followLive(queryClient: QueryClient, stop: AbortSignal): void {
  const waiting = new Map<string, QueryKey>()
  const asked = new Map<string, number>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const ask = (): void => {
    timer = undefined
    const now = Date.now()
    for (const [hash, key] of waiting) {
      if (now - (asked.get(hash) ?? 0) < rests) continue
      waiting.delete(hash)
      asked.set(hash, now)
      void queryClient.invalidateQueries({ queryKey: key })
    }
    if (asked.size > 500) asked.clear()
    if (waiting.size > 0) timer = setTimeout(ask, rests)
  }

  shareLine((news) => {
    for (const key of overtaken(news)) waiting.set(hashKey(key), key)
    timer ??= setTimeout(ask, gathers)
  }, stop)
  stop.addEventListener('abort', () => {
    clearTimeout(timer)
    liveState.set('starting')
  })
}
