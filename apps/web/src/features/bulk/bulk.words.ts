import type { DecisionState, Outcome } from '@verdict/contract/decision'
import type { BulkItem } from '@verdict/contract/decision-bulk'
import { plural } from '../../lib/format.ts'

const verbs: Readonly<Record<Outcome, string>> = { Approved: 'approve', Declined: 'decline', Resubmitted: 'ask again' }

export const titleOf = (outcome: Outcome, count: number): string => `Bulk decision: ${verbs[outcome]} ${plural(count, 'session')}`

const groups: readonly (readonly [string, readonly (DecisionState | null)[]])[] = [
  ['held', ['held']],
  ['sending', ['sending', 'uncertain']],
  ['for a second person', ['awaiting_second']],
  ['settled', ['settled']],
  ['undone', ['undone']],
  ['not sent', ['void']],
  ['refused', ['refused', null]],
]

/** "3 held · 1 refused". */
export const countsInWords = (items: readonly BulkItem[]): string =>
  groups
    .map(([word, states]) => [items.filter(({ state }) => states.includes(state)).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${String(count)} ${word}`)
    .join(' · ')

export const canUndo = ({ state }: BulkItem): boolean => state === 'held' || state === 'awaiting_second'
