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

export type Lane = 'person' | 'prefetch' | 'background'

export interface EvidenceReader {
  /**
   * `cached`: from memory while nothing was heard of the session, and what was kept (`stale`) when Didit does not answer
   * or not soon. `fresh`: always asks Didit. Identical reads under way are one call. Throws `DiditError`, or not found.
   */
  read(sessionId: string, how: 'cached' | 'fresh', lane?: Lane): Promise<Evidence>
  /** What some reviewer saw, for readable differences. */
  remembered(sessionId: string, hash: string): Evidence | undefined
  /** The same, also from before a restart. */
  seen(sessionId: string, hash: string): Promise<Evidence | undefined>
  /** The newest that is in memory, however old. */
  newest(sessionId: string): Evidence | undefined
  /** After a write or a webhook: the next `cached` asks Didit. */
  forget(sessionId: string): void
  /** After a webhook that does not say which session it is about. */
  forgetAll(): void
}

/** Readings from before, which outlive the process. */
export interface OlderReadings {
  newest(sessionId: string): Promise<Evidence | undefined>
  find(sessionId: string, hash: string): Promise<Evidence | undefined>
}

const FRESH_MS = 60_000
const STALE_MS = 3_600_000
/** How long a person waits for Didit when there is something to show meanwhile. */
const PATIENCE_MS = 1_500
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

const isGone = (error: unknown): boolean => error instanceof DiditRefusedError && error.reason === 'not-found'

interface Options {
  didit: Pick<Didit, 'sessions'>
  clock: () => number
  /** Told about every decision that was read, with the lane that asked. */
  onRead?: (evidence: Evidence, lane: Lane) => void
  /** A look again found other evidence than what was shown meanwhile. */
  onNews?: (sessionId: string) => void
  /** Didit says that there is no such session. */
  onGone?: (sessionId: string) => void
  /** Forgotten by `forget` or, null, by `forgetAll`. */
  onForget?: (sessionId: string | null) => void
  older?: OlderReadings
  /** True while Didit is known not to answer. */
  isSilent?: () => boolean
  /** Runs the work after so long; the answer calls it off. Without it nobody is impatient. */
  timer?: (ms: number, work: () => void) => () => void
}

export function makeEvidenceReader(options: Options): EvidenceReader {
  const { didit, clock, onRead, older, timer } = options
  const bySession = new LRUCache<string, Evidence & { current: boolean }>({ max: MAX_DECISIONS })
  const byHash = new LRUCache<string, Evidence>({ max: MAX_DECISIONS })
  const underWay = new Map<string, Promise<Evidence>>()

  const ask = async (sessionId: string, lane: Lane): Promise<Evidence> => {
    const asOf = clock()
    const wire = await didit.sessions.decision({ sessionId }, { lane }).catch((error: unknown) => {
      if (isGone(error)) {
        bySession.delete(sessionId)
        options.onGone?.(sessionId)
      }
      throw error
    })
    const evidence: Evidence = { sessionId, wire, hash: evidenceHash(wire), asOf, stale: false }
    onRead?.(evidence, lane)
    return evidence
  }

  /** A person never joins a background read, which may be waiting for its smaller share of the budget. */
  const join = (sessionId: string, lane: Lane): Promise<Evidence> => {
    const shared = underWay.get(`person ${sessionId}`) ?? (lane === 'person' ? undefined : underWay.get(`${lane} ${sessionId}`))
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
  const current = (sessionId: string, maxAgeMs: number): Evidence | undefined => {
    const entry = bySession.get(sessionId)
    return entry?.current === true && clock() - entry.asOf < maxAgeMs ? kept(sessionId) : undefined
  }

  /** What can be shown when Didit does not answer: from memory, or sealed from before. */
  const fallback = async (sessionId: string): Promise<Evidence | undefined> => {
    const memory = kept(sessionId)
    if (memory && clock() - memory.asOf < STALE_MS) return { ...memory, stale: true }
    const found = await older?.newest(sessionId)
    if (found) byHash.set(`${sessionId} ${found.hash}`, found)
    return found && { ...found, stale: true }
  }

  /** Asks Didit; when that takes long, what was read before is shown and the asking goes on behind it. */
  const askPatiently = async (sessionId: string, lane: Lane): Promise<Evidence> => {
    const reading = join(sessionId, lane)
    if (!timer || lane !== 'person') return reading
    let callOff = (): void => undefined
    const impatient = new Promise<undefined>((resolve) => {
      callOff = timer(PATIENCE_MS, () => resolve(undefined))
    })
    try {
      const first = await Promise.race([reading, impatient])
      if (first) return first
    } finally {
      callOff()
    }
    const before = await fallback(sessionId)
    if (!before) return reading
    lookBehind(reading, before)
    return before
  }

  /** Somebody looks at `shown` while Didit is asked: they are told when it is not what Didit says now. */
  const lookBehind = (reading: Promise<Evidence>, shown: Evidence): void => {
    const look = async (): Promise<boolean> => {
      try {
        return (await reading).hash !== shown.hash || shown.stale
      } catch (error) {
        return isGone(error) || (isSilence(error) && !shown.stale)
      }
    }
    void look().then((news) => (news ? options.onNews?.(shown.sessionId) : undefined))
  }

  const readCached = async (sessionId: string, lane: Lane): Promise<Evidence> => {
    const young = current(sessionId, FRESH_MS)
    if (young) return young
    const quiet = lane === 'person' ? current(sessionId, STALE_MS) : undefined
    if (quiet) {
      // Nothing was heard of it since, so it is shown at once; that nothing was missed is looked at behind it.
      const shown = options.isSilent?.() === true ? { ...quiet, stale: true } : quiet
      lookBehind(join(sessionId, 'prefetch'), shown)
      return shown
    }
    try {
      return await askPatiently(sessionId, lane)
    } catch (error) {
      const before = isSilence(error) ? await fallback(sessionId) : undefined
      if (before) return before
      throw error
    }
  }

  return {
    read: async (value, how, lane = 'person') => {
      const sessionId = sessionIdOf(value)
      try {
        return await (how === 'cached' ? readCached(sessionId, lane) : join(sessionId, lane))
      } catch (error) {
        throw isGone(error) ? sessionNotFound(error) : error
      }
    },
    remembered: (sessionId, hash) => byHash.get(`${sessionId.toLowerCase()} ${hash}`),
    seen: async (sessionId, hash) => byHash.get(`${sessionId.toLowerCase()} ${hash}`) ?? older?.find(sessionId.toLowerCase(), hash),
    newest: (sessionId) => kept(sessionId.toLowerCase()),
    forget: (value) => {
      const sessionId = value.toLowerCase()
      for (const lane of ['person', 'prefetch', 'background']) underWay.delete(`${lane} ${sessionId}`)
      const entry = bySession.get(sessionId)
      if (entry) bySession.set(sessionId, { ...entry, current: false })
      options.onForget?.(sessionId)
    },
    forgetAll: () => {
      underWay.clear()
      for (const entry of bySession.values()) entry.current = false
      options.onForget?.(null)
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
