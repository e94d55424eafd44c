import type { QueuePolicy } from '@verdict/contract/policy/queue'
import type { WhyHere } from '@verdict/contract/queue'

/** What the order of the queue is made from, as the index keeps it. */
export interface RankFacts {
  /** When it came into review, or was made where that is not known; epoch ms. */
  enteredAt: number
  workflowId: string | null
  company: boolean
  amlHits: number | null
  /** A warning that declines by the rules of its workflow. */
  declines: boolean
  resubmissions: number | null
}

export interface Rank {
  /** When it is due with all signals considered; epoch ms. Never depends on the moment of looking. */
  dueAt: number
  levelMinutes: number
  signals: { code: Extract<WhyHere['code'], 'urgent' | 'watch-list' | 'declining-warning' | 'returned' | 'company'>; minutes: number }[]
}

const MINUTE_MS = 60_000

/** Where a case stands: due when it has waited as long as the level says, and each signal makes it due earlier. Pure. */
export function rankOf(facts: RankFacts, policy: QueuePolicy): Rank {
  const { forward } = policy
  const levelMinutes = (facts.workflowId === null ? undefined : policy.workflowLevels[facts.workflowId]) ?? policy.serviceLevelMinutes
  const urgent = facts.workflowId !== null && policy.urgentWorkflows.includes(facts.workflowId)
  const all: Rank['signals'] = [
    { code: 'urgent', minutes: urgent ? forward.urgentWorkflow : 0 },
    { code: 'watch-list', minutes: (facts.amlHits ?? 0) > 0 ? forward.watchListHit : 0 },
    { code: 'declining-warning', minutes: facts.declines ? forward.decliningWarning : 0 },
    { code: 'returned', minutes: (facts.resubmissions ?? 0) > 0 ? forward.returned : 0 },
    { code: 'company', minutes: facts.company ? forward.company : 0 },
  ]
  const signals = all.filter(({ minutes }) => minutes > 0)
  const earlier = signals.reduce((sum, { minutes }) => sum + minutes, 0)
  return { dueAt: facts.enteredAt + (levelMinutes - earlier) * MINUTE_MS, levelMinutes, signals }
}
