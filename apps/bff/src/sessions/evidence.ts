import type { Didit } from '@verdict/didit'
import { DiditRefusedError, isDiditError } from '@verdict/didit'
import type { Decision as DiditDecision } from '@verdict/didit/wire/decision'
import { LRUCache } from 'lru-cache'
import { evidenceHash } from './evidence-hash.ts'
import { sessionNotFound } from './sessions.errors.ts'

export { describeChanges } from './evidence-changes.ts'

export interface Evidence {
  sessionId: string
  wire: DiditDecision
  /** Canonical hash, see `evidenceHash`. */
  hash: string
  /** When Didit was asked, epoch ms. */
  asOf: number
  /** True when Didit did not answer now and this was read before. */
  stale: boolean
}

export type Lane = 'person' | 'background'

export interface EvidenceReader {
  /**
   * `cached`: from memory when young, and up to an hour old (`stale`) when Didit does not answer. `fresh`: always
   * asks Didit. Identical reads under way are one call. Throws `DiditError`, or not found.
   */
  read(sessionId: string, how: 'cached' | 'fresh', lane?: Lane): Promise<Evidence>
  /** What some reviewer saw, for readable differences. */
  remembered(sessionId: string, hash: string): Evidence | undefined
  /** The newest that is in memory, however old. */
  newest(sessionId: string): Evidence | undefined
  /** After a write or a webhook: the next `cached` asks Didit. */
  forget(sessionId: string): void
  /** After a webhook that does not say which session it is about. */
  forgetAll(): void
}

const FRESH_MS = 60_000
const STALE_MS = 3_600_000
const MAX_DECISIONS = 400

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The id in lower case; a malformed one is not known, and Didit need not be asked. */
export function sessionIdOf(value: string): string {
  const id = value.trim().toLowerCase()
  if (!uuid.test(id)) throw sessionNotFound()
  return id
}

/** True when Didit gave no usable answer, so that showing what was read before helps. */
function isSilence(error: unknown): boolean {
  if (!isDiditError(error)) return false
  if (error instanceof DiditRefusedError) return error.reason === 'upstream-fault' || error.reason === 'credentials'
  return error.kind !== 'invalid-argument' && error.kind !== 'cancelled'
}

interface Options {
  didit: Pick<Didit, 'sessions'>
  clock: () => number
  /** Told about every decision that was read, with the lane that asked. */
  onRead?: (evidence: Evidence, lane: Lane) => void
}

export function makeEvidenceReader({ didit, clock, onRead }: Options): EvidenceReader {
  const bySession = new LRUCache<string, Evidence & { current: boolean }>({ max: MAX_DECISIONS })
  const byHash = new LRUCache<string, Evidence>({ max: MAX_DECISIONS })
  const underWay = new Map<string, Promise<Evidence>>()

  const ask = async (sessionId: string, lane: Lane): Promise<Evidence> => {
    const asOf = clock()
    const wire = await didit.sessions.decision({ sessionId }, { lane })
    const evidence: Evidence = { sessionId, wire, hash: evidenceHash(wire), asOf, stale: false }
    onRead?.(evidence, lane)
    return evidence
  }

  /** A person never joins a background read, which may be waiting for its smaller share of the budget. */
  const join = (sessionId: string, lane: Lane): Promise<Evidence> => {
    const shared = underWay.get(`person ${sessionId}`) ?? (lane === 'background' ? underWay.get(`background ${sessionId}`) : undefined)
    if (shared) return shared
    const key = `${lane} ${sessionId}`
    const reading = ask(sessionId, lane)
      .then((evidence) => {
        byHash.set(`${sessionId} ${evidence.hash}`, evidence)
        // Forgotten meanwhile: it may already have been overtaken, so it is not kept as the current one.
        const newer = (bySession.get(sessionId)?.asOf ?? 0) > evidence.asOf
        if (!newer) bySession.set(sessionId, { ...evidence, current: underWay.get(key) === reading })
        return evidence
      })
      .finally(() => {
        if (underWay.get(key) === reading) underWay.delete(key)
      })
    underWay.set(key, reading)
    return reading
  }

  const kept = (sessionId: string): Evidence | undefined => {
    const entry = bySession.get(sessionId)
    if (!entry) return undefined
    const { current: _, ...evidence } = entry
    return evidence
  }

  return {
    read: async (value, how, lane = 'person') => {
      const sessionId = sessionIdOf(value)
      const entry = bySession.get(sessionId)
      const young = entry !== undefined && entry.current && clock() - entry.asOf < FRESH_MS
      const memory = kept(sessionId)
      if (how === 'cached' && young && memory) return memory
      try {
        return await join(sessionId, lane)
      } catch (error) {
        if (how === 'cached' && memory && isSilence(error) && clock() - memory.asOf < STALE_MS) return { ...memory, stale: true }
        if (error instanceof DiditRefusedError && error.reason === 'not-found') throw sessionNotFound(error)
        throw error
      }
    },
    remembered: (sessionId, hash) => byHash.get(`${sessionId.toLowerCase()} ${hash}`),
    newest: (sessionId) => kept(sessionId.toLowerCase()),
    forget: (value) => {
      const sessionId = value.toLowerCase()
      underWay.delete(`person ${sessionId}`)
      underWay.delete(`background ${sessionId}`)
      const entry = bySession.get(sessionId)
      if (entry) bySession.set(sessionId, { ...entry, current: false })
    },
    forgetAll: () => {
      underWay.clear()
      for (const entry of bySession.values()) entry.current = false
    },
  }
}

/** The same reader for those who change sessions by other means than a decision: what they forget is looked up again. */
export const telling = (evidence: EvidenceReader, tell: (sessionId: string) => void): EvidenceReader => ({
  ...evidence,
  forget: (sessionId) => {
    evidence.forget(sessionId)
    tell(sessionId)
  },
})
