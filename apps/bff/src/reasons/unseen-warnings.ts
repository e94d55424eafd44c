import type { DecisionInput } from '@verdict/contract/decision'
import type { SessionFacts } from './session-facts.ts'

/** Warnings that decline and were neither answered nor seen. A resubmission judges nothing, so it needs none. */
export function unseenWarnings(input: Pick<DecisionInput, 'outcome' | 'dispositions' | 'seen'>, facts: SessionFacts) {
  if (input.outcome === 'Resubmitted') return []
  const seen = new Set([...input.dispositions.map(({ warningId }) => warningId), ...(input.seen ?? [])])
  return facts.mustSee.filter(({ id }) => !seen.has(id))
}
