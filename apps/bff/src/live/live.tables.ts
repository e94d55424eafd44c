import type { LiveKind } from '@verdict/contract/live'

export interface LiveTables {
  /** The last minutes of what changed, for those who come back after a break. Ids rise in the order of commits. */
  live_events: {
    id: number
    at: number
    kind: LiveKind
    session_id: string | null
    /** The one person who may hear it; null: everybody with the permission of the kind. */
    only_for: string | null
  }
}
