import type { Outcome } from '@verdict/contract/decision'
import type { Stage } from './decision-machine.ts'

/** Times are epoch milliseconds; `dispositions`, `resubmit` and `changes` hold JSON. */
export interface DecisionsTable {
  id: string
  session_id: string
  /** For the lists of the person who decided; never sent anywhere. */
  session_name: string | null
  session_number: number | null
  outcome: Outcome
  reason_code: string
  comment: string
  evidence_hash: string
  dispositions: string
  resubmit: string | null
  /** Emptied when the decision is over. */
  notify_email: string | null
  notify_language: string | null
  stage: Stage
  /** Counts every move: two who saw the same row cannot both move it. */
  version: number
  made_by_id: string
  made_by_name: string
  made_at: number
  /** When the worker takes it up; null while it works on it and when it is over. */
  wake_at: number | null
  /** When the last write may have left the house. */
  wrote_at: number | null
  /** Entries at Didit that already looked like ours before the write: an older house may have left some. */
  marks_before: number
  /** Tries in a row that came to nothing, for the backoff. */
  tries: number
  ended_at: number | null
  ledger_seq: number
  problem: string | null
  changes: string
  policy_version: number
  /** As the catalogue had it; null in rows from before there was one. */
  reason_label: string | null
  /** What stands in Didit's comment instead of the label when the applicant is written to. */
  told_label: string | null
  approval_id: string | null
  /** JSON list: why one person was not enough. */
  second_why: string
  second_by_id: string | null
  second_by_name: string | null
  bulk_id: string | null
  /** The process that works or worked on it last; in `checking` and `writing` nobody else may while that one is alive. */
  worker_id: string | null
}
