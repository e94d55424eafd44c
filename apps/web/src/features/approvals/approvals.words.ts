import type { Approval } from '@verdict/contract/approval'
import { age } from '../../lib/format.ts'

export const views = ['forYou', 'yours', 'third', 'ended'] as const
export type ApprovalsView = (typeof views)[number]
export const viewWords: Readonly<Record<ApprovalsView, string>> = {
  forYou: 'For you',
  yours: 'Asked by you',
  third: 'Third person needed',
  ended: 'Ended today',
}

export const kindWords: Readonly<Record<Approval['kind'], string>> = {
  decision: 'Decision',
  bulk: 'Bulk decision',
  blocklistRemoval: 'Off the blocklist',
  share: 'Sharing',
}

export const stageWords: Readonly<Record<Approval['stage'], string>> = {
  second: 'Waits for a second person',
  third: 'Waits for a third person',
  doing: 'Being carried out',
  approved: 'Agreed',
  rejected: 'Not agreed',
  withdrawn: 'Taken back',
  void: 'Void, evidence changed',
}

/** "48190 Zeynep Nur Öztürk", or how many sessions. */
export function whatOf({ kind, session, sessions }: Approval): string {
  if (kind === 'bulk') return `${sessions.length} sessions`
  return [session?.number, session?.name].filter((part) => part !== null && part !== undefined).join(' ') || 'Session without a name'
}

/** "3 h left" or "overdue since 2 h". */
export function timeLeft({ dueAt }: Approval, now: number): string {
  const left = Date.parse(dueAt) - now
  return left >= 0 ? `${age(left)} left` : `overdue for ${age(-left)}`
}

/** Rows of a view. */
export function rowsOf(view: ApprovalsView, waiting: readonly Approval[], ended: readonly Approval[]): readonly Approval[] {
  if (view === 'ended') return ended
  if (view === 'yours') return waiting.filter(({ mine }) => mine)
  if (view === 'third') return waiting.filter(({ stage }) => stage === 'third')
  return waiting.filter(({ answer }) => answer.allowed)
}
