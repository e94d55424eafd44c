import type { AlarmKind } from '@verdict/contract/alarms'

/** Times are epoch ms. */
export interface ReconciliationTables {
  /** Sessions whose trail is to be compared: due while more marks were set than checked. */
  trail_marks: {
    session_id: string
    kind: string | null
    marked_at: number
    marks: number
    checked: number
    /** As it stood at the last comparison; tells what changed where Didit has no trail. */
    last_status: string | null
    tries: number
    wake_at: number
  }
  alarms: {
    id: string
    session_id: string
    /** What it is about, so that the same is raised once. */
    ref: string
    kind: AlarmKind
    happened_at: number | null
    noticed_at: number
    status: string | null
    status_before: string | null
    actor: string
    comment: string | null
    said: string
    state: 'open' | 'acknowledged' | 'noted'
    ledger_seq: number
    by_id: string | null
    by_name: string | null
    ended_at: number | null
    note: string | null
    end_seq: number | null
  }
  /** One row. */
  reconciliation: {
    id: number
    watching_since: number
    running_until: number
    ended_at: number | null
    /** Decisions of ours that moved until then have marked their sessions. */
    decisions_seen_to: number
    problem: string | null
  }
}
