import { Decision } from '@verdict/contract/decision'
import type { Didit } from '@verdict/didit'
import type { Kysely } from 'kysely'
import type { ApprovalsBook } from '../approvals/approvals.book.ts'
import { adaptWaiting, type Waiting } from '../approvals/waiting.ts'
import { makeWithheldFor } from '../approvals/follow-approvals.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { LeaseBook } from '../leases/lease-book.ts'
import type { Publish } from '../live/live-feed.ts'
import type { Logger } from '../lib/logger.ts'
import type { Policies } from '../policy/policies.ts'
import type { Presence } from '../processes/presence.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import { makeRecordView, wasGiven } from '../sessions/record-view.ts'
import type { OwnAsk } from '../sessions/past-asks.ts'
import { rememberUnchanged } from '../store/remember-unchanged.ts'
import type { Database } from '../store/schema.ts'
import type { StoreChanges } from '../store/store-changes.ts'
import { makeHurryDecision, makeUndoDecision } from './change-held-decision.ts'
import { makeCheckDecision } from './check-decision.ts'
import { makeDecideBulk } from './decide-bulk.ts'
import { makeDecideSession } from './decide-session.ts'
import { adaptAsk, adaptDecision } from './decision.adapt.ts'
import { makeDecisionBook } from './decision.book.ts'
import { makeDecisionWorker, type Timer } from './decision-worker.ts'
import { makeReadBulkDone, makeTellBulk, makeUndoBulk } from './follow-bulk.ts'
import { makeListDecisions, makeReadDecision } from './follow-decision.ts'
import { makeReadBulk } from './read-bulk.ts'
import { makeSendDecision } from './send-decision.ts'

/** Our decision for a session that is under way or was the last, and our resubmissions that Didit has taken. */
export interface DecisionsOfSession {
  last: Decision | null
  asks: OwnAsk[]
  waits: Waiting | null
}

/** The room put together: its use cases, its book for other rooms to look into, and its worker to start and stop. */
export const makeDecisions = (deps: {
  store: Kysely<Database>
  ledger: Ledger
  clock: () => number
  newId: () => string
  didit: Didit
  evidence: EvidenceReader
  approvalsBook: ApprovalsBook
  leases: Pick<LeaseBook, 'demandFree'>
  publish: Publish
  policies: Policies
  log: Logger
  undoMs: number
  timer: Timer
  presence: Presence
  /** Tells whether anything was written; without it nothing is remembered. */
  changes?: StoreChanges | undefined
  onSettled?: (sessionId: string, outcome: string) => Promise<void>
}) => {
  const { clock, log, approvalsBook: approvals } = deps
  const book = makeDecisionBook(deps)
  const known = rememberUnchanged({ read: readKnown, changes: deps.changes })
  async function readKnown(sessionId: string): Promise<DecisionsOfSession> {
    const [last, asks] = await Promise.all([book.lastFor(sessionId), book.asksFor(sessionId)])
    const waits = last?.stage === 'awaiting_second' && last.approval_id !== null ? await approvals.find(last.approval_id) : undefined
    return { last: last ? Decision.parse(adaptDecision(last)) : null, asks: asks.map(adaptAsk), waits: waits ? adaptWaiting(waits) : null }
  }
  const worker = makeDecisionWorker({
    book,
    send: makeSendDecision({ ...deps, book }),
    clock,
    timer: deps.timer,
    presence: deps.presence,
    onFailure: (decisionId, error) => log.error({ err: error, decisionId }, 'a decision could not be worked on'),
  })
  const withheldFor = makeWithheldFor({ book: approvals })
  const { check, why } = makeCheckDecision({ ...deps, book, wasGiven: (asked) => wasGiven(deps.store, asked) })
  const deciding = { ...deps, approvals, book, check, why, wake: worker.wake }
  const undo = makeUndoDecision({
    book,
    // The last one that was taken back ends what was asked of a second person.
    withdrawn: async (trx, { approval_id: id }) => {
      if (id !== null && (await book.waitingIn(trx, id)).length === 0) await approvals.end(trx, id, 'withdrawn', null)
    },
  })
  return {
    book,
    worker,
    withheldFor,
    /** What a case shows of our decisions. */
    ofSession: known,
    useCases: {
      decideSession: makeDecideSession(deciding),
      readDecision: makeReadDecision({ book, withheldFor }),
      listDecisions: makeListDecisions({ book, clock }),
      undoDecision: undo,
      hurryDecision: makeHurryDecision({ book, wake: worker.wake }),
    },
    bulk: {
      readBulk: makeReadBulk({ ...deciding, recordView: makeRecordView(deps) }),
      decideBulk: makeDecideBulk(deciding),
      tellBulk: makeTellBulk(deps),
      readBulkDone: makeReadBulkDone({ ...deps, withheldFor }),
      undoBulk: makeUndoBulk({ ...deps, undo }),
    },
  }
}
export type Decisions = ReturnType<typeof makeDecisions>
