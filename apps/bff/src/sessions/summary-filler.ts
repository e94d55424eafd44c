import { DiditOverBudgetError } from '@verdict/didit'
import { LRUCache } from 'lru-cache'
import pLimit from 'p-limit'
import type { EvidenceReader } from './evidence.ts'
import type { SessionSummaries } from './session-summaries.ts'
import { summarise } from './session-summary.adapt.ts'

const AT_ONCE = 4
const AFTER_FAILURE_MS = 30_000

export interface SummaryFiller {
  /** Reads these cases in the background, in this order, unless that is under way already. */
  want(cases: readonly { sessionId: string; rowMark: string; known: boolean }[]): void
  /** True while this case waits to be read or is being read. */
  isReading(sessionId: string): boolean
  /** Resolves when nothing is left to read. */
  idle(): Promise<void>
  stop(): Promise<void>
}

/** Feeds the rows of lists with warnings, a few cases at a time and never at the expense of people. */
export function makeSummaryFiller(deps: {
  evidence: Pick<EvidenceReader, 'read'>
  summaries: Pick<SessionSummaries, 'save'>
  clock: () => number
}): SummaryFiller {
  const { evidence, summaries, clock } = deps
  const limit = pLimit(AT_ONCE)
  const queued = new Map<string, Promise<void>>()
  const failed = new LRUCache<string, number>({ max: 2_000 })
  let pausedUntil = 0
  let stopped = false

  const fill = async (sessionId: string, rowMark: string, known: boolean): Promise<void> => {
    if (stopped || clock() < pausedUntil) return
    try {
      const read = await evidence.read(sessionId, known ? 'fresh' : 'cached', 'background')
      if (!stopped) await summaries.save(summarise(read), rowMark)
    } catch (error) {
      failed.set(sessionId, clock())
      if (error instanceof DiditOverBudgetError) pausedUntil = clock() + (error.retryAfterMs ?? AFTER_FAILURE_MS)
    }
  }

  const idle = async () => {
    while (queued.size > 0) await Promise.all(queued.values())
  }

  return {
    want: (cases) => {
      if (stopped) return
      for (const { sessionId, rowMark, known } of cases) {
        const failedAt = failed.get(sessionId)
        if (queued.has(sessionId) || (failedAt !== undefined && clock() - failedAt < AFTER_FAILURE_MS)) continue
        const work = limit(fill, sessionId, rowMark, known).finally(() => queued.delete(sessionId))
        queued.set(sessionId, work)
      }
    },
    isReading: (sessionId) => queued.has(sessionId),
    idle,
    stop: async () => {
      stopped = true
      await idle()
    },
  }
}
