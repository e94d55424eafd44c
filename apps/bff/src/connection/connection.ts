import type { Connection } from '@verdict/contract/connection'
import type { BudgetSnapshot, CallReport } from '@verdict/didit'
import { iso } from '../lib/time.ts'

/** What is wrong with the connection, by how a call ended; null for ends that say nothing against it. */
function problemOf({ outcome, status }: CallReport): string | null {
  switch (outcome) {
    case 'unreachable':
      return 'Didit cannot be reached. Check the network of this server; what was read before stays readable.'
    case 'timed-out':
      return 'Didit takes too long to answer. Wait a little; what was read before stays readable.'
    case 'unreadable':
      return 'Something answers in Didit’s place that cannot be read. Check DIDIT_BASE_URL and any proxy between.'
    case 'refused':
      if (status !== null && status >= 500) return 'What comes back is a fault of its own; it is tried again by itself.'
      return null
    default:
      return null
  }
}

/** A call that Didit answered with no, for those who look after the connection. */
function refusalWords({ outcome, status }: CallReport): string | null {
  if (outcome === 'over-budget')
    return status === 429 ? 'Didit refused it: this minute’s limit is used.' : 'It was not sent: this minute’s limit is used.'
  return outcome === 'refused' && status !== 404 ? `Didit refused it with ${status ?? 'no status'}.` : null
}

export interface ConnectionWatch {
  /** For the client's `onCall`. */
  heard(report: CallReport): void
  /** True from the first failed call until the next answered one. */
  isSilent(): boolean
  /** The last call that failed: epoch ms, its dotted name, a sentence. */
  lastError(): { at: number; operation: string; words: string } | null
  /** `editsWaitMs`: until a correction has room again. */
  read(budget: BudgetSnapshot, editsWaitMs: number): Connection
}

const watched = new Set<CallReport['kind']>(['read', 'write', 'edit', 'pdf', 'health'])
const silent = new Set<CallReport['outcome']>(['invalid-argument', 'cancelled'])

/** Remembers whether Didit answers, since when not, and why. */
export function makeConnectionWatch({ clock }: { clock: () => number }): ConnectionWatch {
  let downSince: number | null = null
  let asOf: number | null = null
  let problem: string | null = null
  /** 401 and 403 are also given for one forbidden thing; only a run of them is called a bad key. */
  let refusals = 0
  let lastError: ReturnType<ConnectionWatch['lastError']> = null
  return {
    heard: (report) => {
      if (!watched.has(report.kind) || silent.has(report.outcome)) return
      const wrong = problemOf(report)
      const words = wrong ?? refusalWords(report)
      if (words !== null) lastError = { at: clock(), operation: report.operation, words }
      if (wrong !== null) {
        downSince ??= clock()
        problem = wrong
        return
      }
      if (report.status === null) return
      asOf = clock()
      downSince = null
      refusals = report.status === 401 || report.status === 403 ? refusals + 1 : 0
      problem = refusals >= 2 ? 'Didit refuses our key. Ask an admin to check DIDIT_API_KEY: it may be wrong, revoked or expired.' : null
    },
    isSilent: () => downSince !== null,
    lastError: () => lastError,
    read: (budget, editsWaitMs) => ({
      answers: downSince === null,
      downSince: downSince === null ? null : iso(downSince),
      asOf: asOf === null ? null : iso(asOf),
      problem,
      budget: { ...budget, edits: { ...budget.edits, freeInSeconds: Math.ceil(editsWaitMs / 1000) } },
    }),
  }
}
