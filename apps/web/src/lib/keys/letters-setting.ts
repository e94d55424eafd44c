import { useSyncExternalStore } from 'react'

const place = 'verdict.letters'
const listeners = new Set<() => void>()

/** One setting turns the plain letters off (WCAG 2.1.4); palette and buttons do everything. */
export const lettersSetting = {
  on: (): boolean => localStorage.getItem(place) !== 'off',
  set(on: boolean): void {
    localStorage.setItem(place, on ? 'on' : 'off')
    for (const listener of listeners) listener()
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}

export function useLettersOn(): boolean {
  return useSyncExternalStore(lettersSetting.subscribe, lettersSetting.on, lettersSetting.on)
}
