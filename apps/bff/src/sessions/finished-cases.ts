import { SessionDetail } from '@verdict/contract/case'
import { LRUCache } from 'lru-cache'
import type { z } from 'zod'
import { finish, type Finished } from '../lib/finished.ts'
import type { Evidence } from './evidence.ts'

/** Bytes, of all cases together. */
const MOST = 16_000_000
const LATELY = 500

export interface FinishedCases {
  /**
   * The answer of a case. `parts` is everything beside the reading that goes into it: the same reading with equal
   * parts gets the same bytes, without adapting and checking them again. Parts that are the same objects are
   * equal without a look inside.
   */
  get(read: Evidence, parts: readonly unknown[], make: () => z.input<typeof SessionDetail>): Finished<SessionDetail>
}

interface Kept {
  wire: Evidence['wire']
  answer: Finished<SessionDetail>
}
interface Given extends Kept {
  stale: boolean
  parts: readonly unknown[]
}

/** Keeps finished answers of cases, the least used ones go first. */
export function makeFinishedCases(max = MOST): FinishedCases {
  const kept = new LRUCache<string, Kept>({ maxSize: max, sizeCalculation: ({ answer }, key) => answer.bytes.length + key.length })
  /** What was given last of each case. */
  const lately = new LRUCache<string, Given>({ max: LATELY })
  const same = (given: Given, read: Evidence, parts: readonly unknown[]): boolean =>
    given.wire === read.wire &&
    given.stale === read.stale &&
    given.parts.length === parts.length &&
    given.parts.every((part, index) => part === parts[index])

  const find = (read: Evidence, parts: readonly unknown[], make: () => z.input<typeof SessionDetail>) => {
    const key = JSON.stringify([read.sessionId, read.stale, ...parts])
    const before = kept.get(key)
    // A new reading is another object even when the evidence is the same: it carries new times.
    if (before && before.wire === read.wire) return { answer: before.answer, fits: true }
    const answer = finish(SessionDetail, make())
    kept.set(key, { wire: read.wire, answer })
    return { answer, fits: kept.has(key) }
  }

  return {
    get: (read, parts, make) => {
      const given = lately.get(read.sessionId)
      if (given && same(given, read, parts)) return given.answer
      const { answer, fits } = find(read, parts, make)
      if (fits) lately.set(read.sessionId, { wire: read.wire, stale: read.stale, parts, answer })
      return answer
    },
  }
}
