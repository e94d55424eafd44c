import { useSyncExternalStore } from 'react'

/** `starting` until the first answer; `down` while changes are asked for now and then instead of told. */
export type LiveState = 'starting' | 'up' | 'down'

let state: LiveState = 'starting'
const listeners = new Set<() => void>()

/** Whether the bff tells this browser what changes. */
export const liveState = {
  get: (): LiveState => state,
  set: (next: LiveState): void => {
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(liveState.subscribe, liveState.get)
}

/** How often to ask: rarely while changes are told, as often as before otherwise. */
export function askEvery(ms: number): number {
  return state === 'up' ? Math.max(ms, 60_000) : ms
}
