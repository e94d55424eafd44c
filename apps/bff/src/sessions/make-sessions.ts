import type { Didit } from '@verdict/didit'
import type { Kysely } from 'kysely'
import type { Timer } from '../decisions/decision-worker.ts'
import type { KeptDecisions } from '../kept/kept-decisions.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { BackgroundTasks } from '../lib/background-tasks.ts'
import type { Database } from '../store/schema.ts'
import type { ListSessions } from '../session-index/list-sessions.ts'
import type { Evidence, EvidenceReader } from './evidence.ts'
import { makeEvidenceReader } from './evidence.ts'
import { makeGetReport } from './get-report.ts'
import type { DecisionsOf, LeaseOf } from './get-session.ts'
import { makeGetSession } from './get-session.ts'
import { makeWorkflows } from './list-workflows.ts'
import { makeMediaGuard } from './media-guard.ts'
import { makeReadMedia } from './read-media.ts'
import { makeRecordView } from './record-view.ts'
import { makePortraits } from './portraits.ts'

interface Reading {
  didit: Didit
  clock: () => number
  store: Kysely<Database>
  tasks: BackgroundTasks
  kept: KeptDecisions
  timer: Timer
  /** True while Didit is known not to answer. */
  isSilent: () => boolean
  /** Told about every case that was read for a person. */
  onRead: (evidence: Evidence) => Promise<unknown>
  /** A look behind what somebody was shown found something else. */
  onNews: (sessionId: string) => void
  /** This session, or one that is not known, was written or heard of. */
  onForget: (sessionId: string | null) => void
}

/** What several rooms read sessions with. */
export function makeSessionReading(deps: Reading) {
  const { didit, clock, tasks, kept } = deps
  /** Readings by people of which lists are to learn. */
  const unsaved = new Map<string, Evidence>()
  const evidence: EvidenceReader = makeEvidenceReader({
    ...deps,
    older: kept,
    onForget: (sessionId) => {
      if (sessionId === null) unsaved.clear()
      else unsaved.delete(sessionId)
      deps.onForget(sessionId)
    },
    onGone: (sessionId) => tasks.run(() => kept.drop(sessionId)),
    onRead: (read, lane) => {
      // What nobody has to decide and nobody looked at need not be kept for bad times.
      if (lane === 'person' || read.wire.status === 'In Review') tasks.calmly(() => kept.keep(read))
      if (lane === 'background') return
      unsaved.set(read.sessionId, read)
      tasks.calmly(async () => {
        if (unsaved.get(read.sessionId) !== read) return
        unsaved.delete(read.sessionId)
        await deps.onRead(read)
      })
    },
  })
  return { evidence, portraits: makePortraits(), workflows: makeWorkflows({ didit, clock }) }
}
export type SessionReading = ReturnType<typeof makeSessionReading>

/** The use cases of the room, for its routes. */
export function makeSessions(
  deps: Pick<Reading, 'didit' | 'clock' | 'store' | 'tasks'> & {
    reading: SessionReading
    listSessions: ListSessions
    ledger: Ledger
    decisionsOf: DecisionsOf
    leaseOf: LeaseOf
    trustedOrigin: string | null
  },
) {
  const { reading, trustedOrigin, listSessions } = deps
  const { evidence, portraits, workflows } = reading
  return {
    listSessions,
    getSession: makeGetSession({ ...deps, evidence, workflows, recordView: makeRecordView(deps) }),
    readMedia: makeReadMedia({ didit: deps.didit, evidence, portraits, guard: makeMediaGuard({ trustedOrigin }) }),
    getReport: makeGetReport({ ...deps, evidence }),
    workflows,
  }
}
