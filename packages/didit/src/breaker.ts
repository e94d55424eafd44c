import type { CallReport } from './call.ts'
import { DiditRestingError } from './errors.ts'
import type { Time } from './time.ts'
import type { CallKind } from './transport.ts'

/** So many failed calls in a row, each after all its tries, and Didit is left in peace. */
const FAILURES = 5
const FIRST_REST_MS = 2_000
const LONGEST_REST_MS = 30_000

/** `open`: nothing is sent. `half-open`: one call is out to see whether Didit is back. */
export type BreakerState = 'closed' | 'open' | 'half-open'

export interface BreakerSnapshot {
  state: BreakerState
  /** Milliseconds until the next call may try; 0 when calls may go. */
  retryInMs: number
  failures: number
}

export interface Breaker {
  /** Throws `DiditRestingError` while Didit is spared. The ticket must be told how the call ended. */
  enter(operation: string, kind: CallKind): { ended: (report: Pick<CallReport, 'outcome' | 'status'>) => void }
  snapshot(): BreakerSnapshot
}

/** Files live elsewhere and a health check is how one asks a sick upstream. */
const watched = new Set<CallKind>(['read', 'write', 'edit', 'pdf'])

type Verdict = 'well' | 'sick' | 'nothing'

/** An answer of any kind but a fault of its own says that Didit is there. */
const verdictOf = ({ outcome, status }: Pick<CallReport, 'outcome' | 'status'>): Verdict => {
  if (outcome === 'unreachable' || outcome === 'timed-out' || outcome === 'unreadable') return 'sick'
  if (outcome === 'refused') return status !== null && status >= 500 ? 'sick' : 'well'
  if (outcome === 'ok') return 'well'
  return status === null ? 'nothing' : 'well'
}

/** Spares a sick upstream: after some failures in a row only one call at a time goes out, at growing distances. */
export const makeBreaker = (time: Pick<Time, 'now'>): Breaker => {
  let failures = 0
  let rests = 0
  let restUntil = 0
  let probing = false

  const state = (): BreakerState => (rests === 0 ? 'closed' : probing || time.now() >= restUntil ? 'half-open' : 'open')

  const ended = (wasProbe: boolean, verdict: Verdict): void => {
    if (wasProbe) probing = false
    if (verdict === 'nothing') return
    if (verdict === 'well') {
      failures = 0
      rests = 0
      return
    }
    failures += 1
    // Calls that were under way when the rest began say nothing new.
    if (rests > 0 && !wasProbe) return
    if (failures < FAILURES && rests === 0) return
    rests += 1
    restUntil = time.now() + Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** (rests - 1))
  }

  return {
    enter: (operation, kind) => {
      if (!watched.has(kind)) return { ended: () => undefined }
      const probe = rests > 0
      if (probe && (probing || time.now() < restUntil)) {
        throw new DiditRestingError({ operation, retryAfterMs: Math.max(1_000, restUntil - time.now()) })
      }
      if (probe) probing = true
      return { ended: (report) => ended(probe, verdictOf(report)) }
    },
    snapshot: () => ({ state: state(), retryInMs: rests === 0 ? 0 : Math.max(0, restUntil - time.now()), failures }),
  }
}
