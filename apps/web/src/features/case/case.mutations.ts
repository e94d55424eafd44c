import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import type { AmlHitReview, DataCorrection, FeatureOverride } from '@verdict/contract/corrections'
import type { DecisionAccepted, DecisionInput } from '@verdict/contract/decision'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** Reads again what a write has touched. */
function useStale() {
  const client = useQueryClient()
  return (...keys: QueryKey[]) => {
    for (const queryKey of keys) void client.invalidateQueries({ queryKey })
  }
}

/** Names the decisions of a case in the mutation cache, where they are found after its page is gone. */
export const decideKey = (sessionId: string) => ['decide', sessionId] as const

interface DecideHands {
  taken: (accepted: DecisionAccepted, input: DecisionInput) => void
  refused: (error: unknown) => void
}

/** Both hands are called also when the page of the case is gone meanwhile. */
export function useDecide(sessionId: string, { taken, refused }: DecideHands) {
  const stale = useStale()
  return useMutation({
    mutationKey: decideKey(sessionId),
    mutationFn: (input: DecisionInput) => api.decide(sessionId, input),
    onSuccess: (accepted, input) => {
      stale(queryKeys.session(sessionId), queryKeys.decisions, queryKeys.queue)
      taken(accepted, input)
    },
    onError: refused,
  })
}

export function useAddNote(sessionId: string) {
  const stale = useStale()
  return useMutation({
    mutationFn: (text: string) => api.addNote(sessionId, { text }),
    onSuccess: () => stale(queryKeys.trail(sessionId), queryKeys.notes(sessionId)),
  })
}

export function useReviewHits(sessionId: string) {
  const stale = useStale()
  return useMutation({
    mutationFn: (input: AmlHitReview) => api.reviewHits(sessionId, input),
    onSuccess: () => stale(queryKeys.session(sessionId)),
  })
}

export function useOverride(sessionId: string) {
  const stale = useStale()
  return useMutation({
    mutationFn: ({ nodeId, ...input }: FeatureOverride & { nodeId: string }) => api.overrideFeature(sessionId, nodeId, input),
    onSuccess: () => stale(queryKeys.session(sessionId), queryKeys.queue),
  })
}

export function useCorrect(sessionId: string) {
  const stale = useStale()
  return useMutation({
    mutationFn: (input: DataCorrection) => api.correctData(sessionId, input),
    onSuccess: () => stale(queryKeys.session(sessionId)),
  })
}
