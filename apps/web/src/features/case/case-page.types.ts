import type { SessionDetail } from '@verdict/contract/case'
import type { ComponentType } from 'react'

/** Where the case stands in the queue, as far as known. */
export interface CaseQueue {
  /** From 1; null when it is not in what was read of the queue. */
  position: number | null
  /** "148" or "148+". */
  total: string
  /** The case to go to after this one. */
  nextId: string | null
  /** The cases after this one that are worth reading ahead, nearest first. */
  aheadIds: readonly string[]
  previousId: string | null
  waitingSince: string | null
  /** Service level in words, in its last hour and after. */
  level: { text: string; over: boolean } | null
}

/** What other features lend the case page; the route puts them in. */
export interface CaseSlots {
  Blocklist: ComponentType<SlotProps>
  Share: ComponentType<SlotProps>
  report: { start: (session: SessionDetail) => void; pending: boolean; error: unknown }
}

export interface SlotProps {
  session: SessionDetail
  onClose: () => void
}
