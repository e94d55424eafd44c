import { LRUCache } from 'lru-cache'
import type { StoreChanges } from './store-changes.ts'

const MOST = 2_000

/**
 * Reads by key and gives the same object again as long as nothing was written to the store. Without `changes`, where
 * nobody tells what other processes write, it reads each time.
 */
export function rememberUnchanged<T extends object>(deps: { read: (key: string) => Promise<T>; changes: StoreChanges | undefined }) {
  const { read, changes } = deps
  const known = new LRUCache<string, { value: T; asked: string }>({ max: MOST })
  return async (key: string): Promise<T> => {
    if (!changes) return read(key)
    const asked = changes()
    const before = known.get(key)
    if (before && before.asked === asked) return before.value
    const value = await read(key)
    // What is written from here on makes another number, also when this read already saw it.
    known.set(key, { value, asked })
    return value
  }
}
