import { DiditOverBudgetError } from '@verdict/didit'
import { LRUCache } from 'lru-cache'
import pLimit from 'p-limit'
import { AppError } from '../lib/app-error.ts'
import type { Evidence, EvidenceReader } from '../sessions/evidence.ts'
import type { Store } from '../store/open-store.ts'
import { detailsOfCase, factsOfCase } from './index-facts.ts'
import type { IndexWriter } from './index-writer.ts'

const AT_ONCE = 4
const AFTER_FAILURE_MS = 30_000
const BATCH = 40
/** Whoever has the case open reads it sooner. */
const SOON_MS = 2_000

export interface CaseReading {
  /** Puts a case that was read, by whomever, into the index. */
  keep(evidence: Evidence): Promise<void>
  /** Looks these up one by one: what is no more at Didit leaves the index. Throws when Didit does not answer. */
  lookUp(sessionIds: readonly string[]): Promise<void>
  /** Has it looked up soon, unless somebody reads it meanwhile. */
  lookUpSoon(sessionId: string): void
  /** Looks up what waits for it, as far as it was not read since. `now`: also what has only just come. */
  lookUpWaiting(now?: boolean): Promise<void>
  /** Reads the details that rows want, in review first; at most this many. Says how many were read. */
  fill(least: 1 | 2, most: number): Promise<number>
  /** Reads all that wait in review. Ends early when the budget does. */
  fillQueue(): Promise<void>
  /** Reads all that rows want. Ends early when the budget does. */
  fillAll(): Promise<void>
  /** True while the details of this case are being read, or wait for it. */
  isReading(sessionId: string): boolean
  /** True when no background read has room now. */
  isPaused(): boolean
}

/** Reads cases for their rows, a few at a time and never at the expense of people. */
export function makeCaseReading(deps: {
  store: Store
  evidence: Pick<EvidenceReader, 'read'>
  writer: Pick<IndexWriter, 'read' | 'remove'>
  clock: () => number
}): CaseReading {
  const { store, evidence, writer, clock } = deps
  const limit = pLimit(AT_ONCE)
  const underWay = new Set<string>()
  const failed = new LRUCache<string, number>({ max: 2_000 })
  const waiting = new Map<string, number>()
  let pausedUntil = 0

  const keep = async (read: Evidence): Promise<void> => {
    if (read.stale) return
    if (read.asOf >= (waiting.get(read.sessionId) ?? Infinity)) waiting.delete(read.sessionId)
    await writer.read(factsOfCase(read), detailsOfCase(read), read.asOf)
  }

  const lookUp = async (sessionId: string): Promise<void> => {
    try {
      await keep(await evidence.read(sessionId, 'fresh', 'background'))
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'not-found') throw error
      await writer.remove([sessionId])
    }
  }

  const readDetails = async (sessionId: string): Promise<boolean> => {
    if (clock() < pausedUntil) return false
    try {
      await lookUp(sessionId)
      return true
    } catch (error) {
      failed.set(sessionId, clock())
      if (error instanceof DiditOverBudgetError) pausedUntil = clock() + (error.retryAfterMs ?? AFTER_FAILURE_MS)
      return false
    } finally {
      underWay.delete(sessionId)
    }
  }

  /** In review those that wait longest come first, otherwise the newest. */
  const wanting = async (least: 1 | 2, most: number): Promise<string[]> => {
    const wanted = store
      .selectFrom('session_index')
      .select('id')
      // The index holds only these, and is taken only when the statement says so.
      .where('wants', '>', 0)
      .limit(most + failed.size)
    const rows = [
      ...(await wanted.where('wants', '=', 2).orderBy('position', 'asc').execute()),
      ...(least === 2 ? [] : await wanted.where('wants', '=', 1).orderBy('position', 'desc').execute()),
    ]
    const young = (id: string) => clock() - (failed.get(id) ?? -AFTER_FAILURE_MS) < AFTER_FAILURE_MS
    return rows
      .map(({ id }) => id)
      .filter((id) => !underWay.has(id) && !young(id))
      .slice(0, most)
  }

  const fill = async (least: 1 | 2, most: number): Promise<number> => {
    if (clock() < pausedUntil) return 0
    const ids = await wanting(least, most)
    for (const id of ids) underWay.add(id)
    const read = await Promise.all(ids.map((id) => limit(readDetails, id)))
    return read.filter(Boolean).length
  }

  return {
    keep,
    lookUp: async (sessionIds) => {
      await Promise.all(sessionIds.map((id) => limit(lookUp, id)))
    },
    lookUpSoon: (sessionId) => void waiting.set(sessionId, clock()),
    lookUpWaiting: async (now = false) => {
      const due = [...waiting].filter(([, since]) => now || clock() - since >= SOON_MS).slice(0, BATCH)
      await Promise.all(
        due.map(([id, since]) =>
          limit(async () => {
            if (waiting.get(id) !== since) return
            await lookUp(id)
            if (waiting.get(id) === since) waiting.delete(id)
          }),
        ),
      )
    },
    fill,
    fillQueue: async () => {
      while ((await fill(2, BATCH)) > 0) continue
    },
    fillAll: async () => {
      while ((await fill(1, BATCH)) > 0) continue
    },
    isReading: (sessionId) => underWay.has(sessionId),
    isPaused: () => clock() < pausedUntil,
  }
}
