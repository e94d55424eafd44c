import type { Didit } from '@verdict/didit'
import type { Kysely } from 'kysely'
import type { Ledger } from '../ledger/ledger.ts'
import type { BackgroundTasks } from '../lib/background-tasks.ts'
import type { Database } from '../store/schema.ts'
import type { Evidence, EvidenceReader } from './evidence.ts'
import { makeEvidenceReader } from './evidence.ts'
import { makeGetReport } from './get-report.ts'
import type { DecisionsOf, LeaseOf } from './get-session.ts'
import { makeGetSession } from './get-session.ts'
import { makeListRows, makeListSessions } from './list-sessions.ts'
import { makeWorkflows } from './list-workflows.ts'
import { makeMediaGuard } from './media-guard.ts'
import { makeReadMedia } from './read-media.ts'
import { makeRecordView } from './record-view.ts'
import { makePortraits, makeSessionPages } from './session-pages.ts'
import { makeSessionSummaries } from './session-summaries.ts'
import { summarise, withSummary } from './session-summary.adapt.ts'
import { makeSummaryFiller } from './summary-filler.ts'

interface Reading {
  didit: Didit
  clock: () => number
  store: Kysely<Database>
  tasks: BackgroundTasks
  /** What is kept of this session elsewhere is overtaken. */
  onChange: (sessionId: string) => void
}

/** What several rooms read sessions with: evidence, lists, and what is kept of cases that were read. */
export function makeSessionReading({ didit, clock, store, tasks, onChange }: Reading) {
  const summaries = makeSessionSummaries({ store })
  const portraits = makePortraits()
  const reader = makeEvidenceReader({
    didit,
    clock,
    onRead: (read, lane) => {
      if (lane === 'background') return
      unsaved.set(read.sessionId, read)
      tasks.calmly(async () => {
        if (unsaved.get(read.sessionId) !== read) return
        unsaved.delete(read.sessionId)
        await summaries.save(summarise(read))
      })
    },
  })
  /** Readings by people of which lists are to learn. */
  const unsaved = new Map<string, Evidence>()
  const forget = (sessionId: string): void => {
    reader.forget(sessionId)
    unsaved.delete(sessionId.toLowerCase())
    tasks.run(() => summaries.overtake(sessionId.toLowerCase()))
    onChange(sessionId)
  }
  const evidence: EvidenceReader = { ...reader, forget }
  const pages = makeSessionPages({ didit, clock, portraits })
  return {
    evidence,
    summaries,
    portraits,
    listRows: makeListRows({ pages, clock }),
    filler: makeSummaryFiller({ evidence, summaries, clock }),
    workflows: makeWorkflows({ didit, clock }),
  }
}
export type SessionReading = ReturnType<typeof makeSessionReading>

/** The use cases of the room, for its routes. */
export function makeSessions(
  deps: Omit<Reading, 'onChange'> & {
    reading: SessionReading
    ledger: Ledger
    decisionsOf: DecisionsOf
    leaseOf: LeaseOf
    trustedOrigin: string | null
  },
) {
  const { reading, trustedOrigin } = deps
  const { evidence, summaries, portraits, listRows, workflows } = reading
  return {
    listSessions: makeListSessions({
      listRows,
      enrich: async (rows) => {
        const known = await summaries.forAll(rows.map(({ id }) => id))
        return rows.map((row) => withSummary(row, known.get(row.id)))
      },
    }),
    getSession: makeGetSession({ ...deps, evidence, workflows, recordView: makeRecordView(deps) }),
    readMedia: makeReadMedia({ didit: deps.didit, evidence, portraits, guard: makeMediaGuard({ trustedOrigin }) }),
    getReport: makeGetReport({ ...deps, evidence }),
    workflows,
  }
}
