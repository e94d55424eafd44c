import type { Kysely } from 'kysely'
import type { DecisionBook } from '../decisions/decision.book.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Policies } from '../policy/policies.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import type { Database } from '../store/schema.ts'
import { makeAnswerApproval } from './answer-approval.ts'
import type { ApprovalsBook } from './approvals.book.ts'
import type { ApprovalsUseCases } from './approvals.routes.ts'
import { makeBulkHands } from './bulk-approval.ts'
import { makeDecisionHands, makeEvidenceCheck } from './decision-approval.ts'
import { makeListApprovals, makeReadApproval, makeWithdrawApproval } from './follow-approvals.ts'
import { makeRemovalHands, makeShareHands } from './outside-approvals.ts'

/** The room put together. Its book is made before it, because the decisions room writes into it too. */
export const makeApprovals = (deps: {
  store: Kysely<Database>
  ledger: Ledger
  clock: () => number
  book: ApprovalsBook
  decisions: { book: DecisionBook; worker: { wake: () => void } }
  evidence: EvidenceReader
  policies: Pick<Policies, 'at' | 'current'>
  undoMs: number
  removeFromBlocklist: Parameters<typeof makeRemovalHands>[0]['remove']
}): ApprovalsUseCases => {
  const decisions = deps.decisions.book
  const { wake } = deps.decisions.worker
  const single = makeDecisionHands({ ...deps, decisions, wake })
  const hands = {
    decision: single,
    bulk: makeBulkHands({ decisions, single, wake }),
    blocklistRemoval: makeRemovalHands({ ...deps, remove: deps.removeFromBlocklist }),
    share: makeShareHands(makeEvidenceCheck(deps)),
  }
  const following = { ...deps, sessionsUnder: decisions.sessionsUnder }
  return {
    listApprovals: makeListApprovals(following),
    readApproval: makeReadApproval(following),
    answerApproval: makeAnswerApproval({ ...deps, hands }),
    withdrawApproval: makeWithdrawApproval({ ...deps, hands }),
  }
}
