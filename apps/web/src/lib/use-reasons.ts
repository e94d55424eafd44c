import { useQuery } from '@tanstack/react-query'
import type { Outcome } from '@verdict/contract/decision'
import { reasons, type Reason } from '@verdict/contract/reasons'
import { policyQuery } from './shared.queries.ts'

/** Reasons that the policy offers for an outcome; the standard ones until it was read. */
export function useReasons(outcome: Outcome): readonly Reason[] {
  const { data } = useQuery(policyQuery)
  return data ? data.policy.reasons[outcome].filter(({ retired }) => !retired) : reasons[outcome]
}
