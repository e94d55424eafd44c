import type { FeatureRun, SessionDetail } from '@verdict/contract/case'
import { createContext, use } from 'react'

export type CaseDialog = { kind: 'resubmit' } | { kind: 'override'; run: FeatureRun; title: string } | { kind: 'correct'; runId: string }

/** What the parts of one open case share. */
export interface CaseRoom {
  session: SessionDetail
  /** Puts a picture, video or file on the evidence stage. */
  show: (ref: string) => void
  /** Scrolls the facts to a run or to "warnings". */
  goTo: (anchor: string) => void
  open: (dialog: CaseDialog) => void
}

const Room = createContext<CaseRoom | null>(null)
export const CaseRoomProvider = Room.Provider

export function useCaseRoom(): CaseRoom {
  const room = use(Room)
  if (!room) throw new Error('Parts of a case are used inside CaseRoomProvider only.')
  return room
}
