import type { Didit } from '@verdict/didit'
import type { Kysely } from 'kysely'
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
  /** Told about every case that was read for a person. */
  onRead: (evidence: Evidence) => Promise<unknown>
}

/** What several rooms read sessions with. */
export function makeSessionReading({ didit, clock, tasks, onRead }: Reading) {
  const evidence: EvidenceReader = makeEvidenceReader({
    didit,
    clock,
    onRead: (read, lane) => {
      if (lane === 'background') return
      unsaved.set(read.sessionId, read)
      tasks.calmly(async () => {
        if (unsaved.get(read.sessionId) !== read) return
        unsaved.delete(read.sessionId)
        await onRead(read)
      })
    },
  })
  /** Readings by people of which lists are to learn. */
  const unsaved = new Map<string, Evidence>()
  return { evidence, portraits: makePortraits(), workflows: makeWorkflows({ didit, clock }) }
}
export type SessionReading = ReturnType<typeof makeSessionReading>

/** The use cases of the room, for its routes. */
export function makeSessions(
  deps: Omit<Reading, 'onRead'> & {
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
