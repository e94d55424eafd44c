import type { BudgetName, BudgetReport } from '@verdict/contract/connection'
import { plural } from '../../lib/format.ts'

type Budget = BudgetReport['budgets'][number]
export type Lane = keyof Budget['byLane']

export const lanes: readonly Lane[] = ['person', 'prefetch', 'background']

export const laneWords: Readonly<Record<Lane, { label: string; about: string }>> = {
  person: { label: 'People', about: 'Somebody waits for it. People may use the whole limit.' },
  prefetch: { label: 'Ahead', about: 'Read before somebody asks, or behind what is shown. Stops at 80% of the limit.' },
  background: { label: 'Background', about: 'Keeps lists and the index true. Stops at 60% of the limit.' },
}

export const budgetWords: Readonly<Record<BudgetName, string>> = {
  reads: 'Reads',
  writes: 'Writes',
  pdfs: 'PDF reports',
  edits: 'Data corrections',
}

/** "212 of 600 in the last minute: People 12, Ahead 0, Background 200". */
export function budgetInWords({ used, limit, byLane }: Budget): string {
  const parts = lanes.map((lane) => `${laneWords[lane].label} ${String(byLane[lane])}`).join(', ')
  return `${String(used)} of ${String(limit)} in the last minute: ${parts}`
}

/** What the state of the breaker means for people. */
export function breakerInWords({ state, retryInSeconds, failures }: BudgetReport['breaker']): string {
  if (state === 'closed') return failures === 0 ? 'Calls go out.' : `Calls go out; the last ${plural(failures, 'call', 'calls')} failed.`
  if (state === 'half-open') return 'One call at a time tries whether Didit answers again.'
  const when = plural(Math.max(1, retryInSeconds), 'second', 'seconds')
  return `Didit failed ${plural(failures, 'time', 'times')} in a row and is left in peace. It is asked again in ${when}; what was read before stays readable.`
}
