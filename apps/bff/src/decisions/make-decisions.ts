import type { Didit } from '@verdict/didit'
import type { Kysely } from 'kysely'
import type { Ledger } from '../ledger/ledger.ts'
import type { Logger } from '../lib/logger.ts'
import type { LeaseBook } from '../leases/lease-book.ts'
import type { Publish } from '../live/live-feed.ts'
import { rememberUnchanged } from '../store/remember-unchanged.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import type { OwnAsk } from '../sessions/past-asks.ts'
import type { Database } from '../store/schema.ts'
import type { StoreChanges } from '../store/store-changes.ts'
import { makeHurryDecision, makeUndoDecision } from './change-held-decision.ts'
import { makeDecideSession } from './decide-session.ts'
import { Decision } from '@verdict/contract/decision'
import { adaptAsk, adaptDecision } from './decision.adapt.ts'
import { makeDecisionBook } from './decision.book.ts'
import { makeDecisionWorker, type Timer } from './decision-worker.ts'
import { makeListDecisions, makeReadDecision } from './follow-decision.ts'
import { makeSendDecision } from './send-decision.ts'

/** Our decision for a session that is under way or was the last, and our resubmissions that Didit has taken. */
export interface DecisionsOfSession {
  last: Decision | null
  asks: OwnAsk[]
}

/** The room put together: its use cases, its book for other rooms to look into, and its worker to start and stop. */
export const makeDecisions = (deps: {
  store: Kysely<Database>
  ledger: Ledger
  clock: () => number
  newId: () => string
  didit: Didit
  evidence: EvidenceReader
  leases: Pick<LeaseBook, 'demandFree'>
  publish: Publish
  log: Logger
  undoMs: number
  timer: Timer
  /** Tells whether anything was written; without it nothing is remembered. */
  changes?: StoreChanges | undefined
  onSettled?: (sessionId: string, outcome: string) => Promise<void>
}) => {
  const { clock, evidence, log } = deps
  const book = makeDecisionBook(deps)
  const known = rememberUnchanged({ read: readKnown, changes: deps.changes })
  async function readKnown(sessionId: string): Promise<DecisionsOfSession> {
    const [last, asks] = await Promise.all([book.lastFor(sessionId), book.asksFor(sessionId)])
    return { last: last ? Decision.parse(adaptDecision(last)) : null, asks: asks.map(adaptAsk) }
  }
  const worker = makeDecisionWorker({
    book,
    send: makeSendDecision({ ...deps, book }),
    clock,
    timer: deps.timer,
    onFailure: (decisionId, error) => log.error({ err: error, decisionId }, 'a decision could not be worked on'),
  })
  return {
    book,
    worker,
    /** What a case shows of our decisions. */
    ofSession: known,
    useCases: {
      decideSession: makeDecideSession({ evidence, book, leases: deps.leases, clock, undoMs: deps.undoMs, wake: worker.wake }),
      readDecision: makeReadDecision({ book }),
      listDecisions: makeListDecisions({ book, clock }),
      undoDecision: makeUndoDecision({ book }),
      hurryDecision: makeHurryDecision({ book, wake: worker.wake }),
    },
  }
}
export type Decisions = ReturnType<typeof makeDecisions>
