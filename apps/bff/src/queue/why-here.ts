import type { QueuePolicy } from '@verdict/contract/policy/queue'
import type { WhyHere } from '@verdict/contract/queue'
import type { SessionRow } from '@verdict/contract/session'
import { inHours } from './in-hours.ts'
import { rankOf, type RankFacts } from './rank.ts'

const MINUTE_MS = 60_000

export interface WhyInput {
  row: Pick<SessionRow, 'warnings'>
  facts: RankFacts
  policy: QueuePolicy
  /** Epoch ms. */
  now: number
  /** Assigned to whoever looks, or to somebody else. */
  assigned: { mine: boolean; name: string } | null
  /** Waits for whoever looks to be the second, or the third, person. */
  look: { third: boolean } | null
}

function waiting(waited: number, levelMinutes: number, nearMinutes: number): WhyHere {
  const level = levelMinutes * MINUTE_MS
  if (waited > level) {
    return { code: 'over-level', text: `${inHours(waited - level)} over the ${inHours(level)} level`, minutes: null }
  }
  if (waited > level - nearMinutes * MINUTE_MS) {
    return { code: 'near-level', text: `${inHours(level - waited)} left of the ${inHours(level)} level`, minutes: null }
  }
  return { code: 'in-turn', text: `Waiting ${inHours(waited)} of ${inHours(level)}`, minutes: null }
}

/** Why a row stands in the queue where it does: what presses, then each signal with the minutes that it is worth. */
export function whyHere({ row, facts, policy, now, assigned, look }: WhyInput): WhyHere[] {
  const { levelMinutes, signals } = rankOf(facts, policy)
  const declining = row.warnings?.find(({ severity }) => severity === 'declines')?.title
  const words: Readonly<Record<(typeof signals)[number]['code'], string>> = {
    urgent: 'Urgent workflow',
    'watch-list': facts.amlHits === 1 ? '1 watch-list hit' : `${facts.amlHits ?? 0} watch-list hits`,
    'declining-warning': declining === undefined ? 'A warning declines' : `Declines: ${declining}`,
    returned: 'Came back after being asked again',
    company: 'Company',
  }
  const told = signals.map(({ code, minutes }): WhyHere => ({ code, text: `${words[code]}: ${minutes} min earlier`, minutes }))
  const wait = waiting(now - facts.enteredAt, levelMinutes, policy.nearMinutes)
  const owner: WhyHere[] = assigned
    ? [{ code: 'assigned', text: assigned.mine ? 'Assigned to you' : `Assigned to ${assigned.name}`, minutes: null }]
    : []
  const only: WhyHere[] = look
    ? [{ code: 'second-look', text: look.third ? 'Waits for you as the third person' : 'Waits for your second look', minutes: null }]
    : []
  return wait.code === 'in-turn' ? [...only, ...owner, ...told, wait] : [...only, wait, ...owner, ...told]
}
