import type { Didit } from '@verdict/didit'
import type { Kysely } from 'kysely'
import type { Ledger } from '../ledger/ledger.ts'
import type { Logger } from '../lib/logger.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import type { Database } from '../store/schema.ts'
import { makeHurryDecision, makeUndoDecision } from './change-held-decision.ts'
import { makeDecideSession } from './decide-session.ts'
import { makeDecisionBook } from './decision.book.ts'
import { makeDecisionWorker, type Timer } from './decision-worker.ts'
import { makeListDecisions, makeReadDecision } from './follow-decision.ts'
import { makeSendDecision } from './send-decision.ts'

/** The room put together: its use cases, its book for other rooms to look into, and its worker to start and stop. */
export const makeDecisions = (deps: {
  store: Kysely<Database>
  ledger: Ledger
  clock: () => number
  newId: () => string
  didit: Didit
  evidence: EvidenceReader
  log: Logger
  undoMs: number
  timer: Timer
}) => {
  const { clock, evidence, log } = deps
  const book = makeDecisionBook(deps)
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
    useCases: {
      decideSession: makeDecideSession({ evidence, book, clock, undoMs: deps.undoMs, wake: worker.wake }),
      readDecision: makeReadDecision({ book }),
      listDecisions: makeListDecisions({ book, clock }),
      undoDecision: makeUndoDecision({ book }),
      hurryDecision: makeHurryDecision({ book, wake: worker.wake }),
    },
  }
}
export type Decisions = ReturnType<typeof makeDecisions>
