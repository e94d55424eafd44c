import type { WhyHere } from '@verdict/contract/queue'
import type { SessionRow } from '@verdict/contract/session'
import { inHours, NEAR_LEVEL_MS, SERVICE_LEVEL_MS } from './service-level.ts'

export interface WhyInput {
  row: SessionRow
  /** Null when not known. */
  amlHits: number | null
  resubmissions: number | null
  /** Epoch ms. */
  now: number
  oldest: boolean
}

const LEVEL = `${SERVICE_LEVEL_MS / 3_600_000} h`

/** Why a row stands in the queue where it does, weightiest reason first; never empty. */
export function whyHere({ row, amlHits, resubmissions, now, oldest }: WhyInput): WhyHere[] {
  const reasons: WhyHere[] = []
  const waited = now - Date.parse(row.createdAt)
  if (waited > SERVICE_LEVEL_MS) {
    reasons.push({ code: 'over-level', text: `Waits ${inHours(waited)}, over the ${LEVEL} level` })
  } else if (waited > SERVICE_LEVEL_MS - NEAR_LEVEL_MS) {
    reasons.push({ code: 'near-level', text: `${inHours(SERVICE_LEVEL_MS - waited)} left of the ${LEVEL} level` })
  }
  if (amlHits !== null && amlHits > 0) {
    reasons.push({ code: 'watch-list', text: amlHits === 1 ? '1 watch-list hit' : `${amlHits} watch-list hits` })
  }
  const declining = row.warnings?.find(({ severity }) => severity === 'declines')
  if (declining) reasons.push({ code: 'declining-warning', text: `Declines: ${declining.title}` })
  if (resubmissions !== null && resubmissions > 0) reasons.push({ code: 'returned', text: 'Came back after being asked again' })
  if (row.kind === 'business') reasons.push({ code: 'company', text: 'Company' })
  if (oldest) reasons.push({ code: 'oldest', text: 'Waits longest' })
  return reasons.length > 0 ? reasons : [{ code: 'in-turn', text: 'In turn' }]
}
