import { SessionDetail } from '@verdict/contract/case'
import { LRUCache } from 'lru-cache'
import type { z } from 'zod'
import { finish, type Finished } from '../lib/finished.ts'
import type { Evidence } from './evidence.ts'

/** Characters, of all cases together. */
const MOST = 16_000_000

export interface FinishedCases {
  /**
   * The answer of a case. `parts` is everything beside the reading that goes into it: the same reading with equal
   * parts gets the same bytes, without adapting and checking them again.
   */
  get(read: Evidence, parts: readonly unknown[], make: () => z.input<typeof SessionDetail>): Finished<SessionDetail>
}

/** Keeps finished answers of cases, the least used ones go first. */
export function makeFinishedCases(max = MOST): FinishedCases {
  const kept = new LRUCache<string, { wire: Evidence['wire']; answer: Finished<SessionDetail> }>({
    maxSize: max,
    sizeCalculation: ({ answer }, key) => answer.json.length + key.length,
  })
  return {
    get: (read, parts, make) => {
      const key = JSON.stringify([read.sessionId, read.stale, ...parts])
      const before = kept.get(key)
      // A new reading is another object even when the evidence is the same: it carries new times.
      if (before && before.wire === read.wire) return before.answer
      const answer = finish(SessionDetail, make())
      kept.set(key, { wire: read.wire, answer })
      return answer
    },
  }
}
