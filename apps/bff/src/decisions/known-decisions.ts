import { LRUCache } from 'lru-cache'

/** Remembers what was read of a session's decisions until one of them moves. */
export interface KnownDecisions<T> {
  of(sessionId: string): Promise<T>
  /** A decision of this session was made or has moved. */
  forget(sessionId: string): void
}

const MOST = 2_000
const NOTHING_MOVED_MS = 60_000

/**
 * The same object as long as nothing moves. `shared`: other processes decide on the same store too, so nothing may
 * be remembered.
 */
export function makeKnownDecisions<T extends object>(deps: {
  read: (sessionId: string) => Promise<T>
  shared: boolean
}): KnownDecisions<T> {
  const known = new LRUCache<string, T>({ max: MOST, ttl: NOTHING_MOVED_MS, perf: performance })
  let moves = 0
  return {
    of: async (sessionId) => {
      const before = known.get(sessionId)
      if (before) return before
      const asked = moves
      const value = await deps.read(sessionId)
      // What was read before a move must not be kept after it.
      if (!deps.shared && asked === moves) known.set(sessionId, value)
      return value
    },
    forget: (sessionId) => {
      moves += 1
      known.delete(sessionId)
    },
  }
}
