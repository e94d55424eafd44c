import type { SnoozeEvent } from '@verdict/contract/queue'

/** Times are epoch milliseconds. */
export interface QueueTables {
  /** Put off; a row whose time is over or whose event has happened counts as none. */
  snoozes: {
    session_id: string
    at: number
    until: number
    event: SnoozeEvent | null
    reason: string
    /** Of the index row when it was put off: another one says that something new came in. */
    evidence_hash: string | null
    by_id: string
    by_name: string
  }
  assignments: {
    session_id: string
    person_id: string
    person_name: string
    at: number
    by_id: string
    by_name: string
  }
}
