import type { ApprovalKind, ApprovalStage } from '@verdict/contract/approval'
import type { Outcome } from '@verdict/contract/decision'

/** Times are epoch milliseconds; `ask`, `why`, `second_said`, `third_said` and `changes` hold JSON. */
export interface ApprovalsTable {
  id: string
  kind: ApprovalKind
  stage: ApprovalStage
  /** Counts every change: two who saw the same row cannot both answer. */
  version: number
  /** The decision or the bulk decision that waits. */
  subject: string | null
  session_id: string | null
  session_name: string | null
  session_number: number | null
  ask: string
  why: string
  blind: number
  evidence_hash: string | null
  policy_version: number
  made_by_id: string
  made_by_name: string
  made_at: number
  due_at: number
  second_by_id: string | null
  second_by_name: string | null
  second_at: number | null
  second_said: string | null
  third_by_id: string | null
  third_by_name: string | null
  third_at: number | null
  third_said: string | null
  ended_at: number | null
  problem: string | null
  changes: string
  ledger_seq: number
  /** The process that carries it out, while it is being carried out. */
  worker_id: string | null
}

export interface ApprovalTables {
  approvals: ApprovalsTable
  decision_bulks: {
    id: string
    outcome: Outcome
    made_by_id: string
    made_by_name: string
    made_at: number
    approval_id: string | null
  }
  /** Sessions that were chosen with the others and could not be decided so; nothing was made for them. */
  decision_bulk_refusals: { bulk_id: string; session_id: string; why: string }
}
