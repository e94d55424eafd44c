import type { KeyGroup } from './keys.types.ts'

/** The groups of keys that exist on the page now; the last one added wins. */
export interface KeyStore {
  groups: () => readonly KeyGroup[]
  subscribe: (listener: () => void) => () => void
  add: (group: KeyGroup) => () => void
}

export function createKeyStore(): KeyStore {
  let groups: readonly KeyGroup[] = []
  const listeners = new Set<() => void>()
  const set = (next: readonly KeyGroup[]): void => {
    groups = next
    for (const listener of listeners) listener()
  }
  return {
    groups: () => groups,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    add(group) {
      set([...groups, group])
      return () => {
        set(groups.filter((each) => each !== group))
      }
    },
  }
}
