import type { SessionDetail } from '@verdict/contract/case'
import { count } from '../../../lib/format.ts'
import { useReviewHits } from '../case.mutations.ts'
import { composeRationale } from './compose-rationale.ts'
import type { HitDraft } from './hit-drafts.ts'
import type { useHitDrafts } from './hit-drafts.ts'
import type { ListedHit } from './hit-groups.ts'
import type { Identifier } from './identifiers.ts'

const together = 'several'
/** As many as one call may carry. */
const most = 500

interface Input {
  session: SessionDetail
  /** One, or the several that are chosen. */
  hits: readonly ListedHit[]
  several: boolean
  identifiers: readonly Identifier[]
  drafts: ReturnType<typeof useHitDrafts>
  onSaved: (hits: readonly ListedHit[]) => void
}

/** The answer that is being given: what is chosen, what is written, what is missing, and the way to save it. */
export function useHitAnswer({ session, hits, several, identifiers, drafts, onSaved }: Input) {
  const review = useReviewHits(session.id)
  const draftKey = several ? together : (hits[0]?.key ?? together)
  const draft = drafts.of(draftKey)
  const composed = several || draft.answer === null || draft.answer === 'Unreviewed' ? '' : composeRationale(draft.answer, identifiers)
  const words = draft.words ?? composed
  const checks = new Set(hits.map(({ run }) => run.id))
  const { allowed, reason } = session.actions.amlReview
  const [first] = hits
  const refusal = !allowed
    ? (reason ?? 'Hits cannot be answered now.')
    : first === undefined
      ? 'There is no hit to answer.'
      : first.hit.id === null
        ? 'Didit gave this hit no id, so it cannot be answered. It counts for the decision on the session all the same.'
        : null
  const missing =
    checks.size > 1
      ? 'Didit takes the hits of one check at a time. Choose hits of one check.'
      : hits.length > most
        ? `At most ${count(most)} hits go together. Choose fewer.`
        : draft.answer === null
          ? 'Choose an answer.'
          : words.trim() === ''
            ? 'Say why, for the record.'
            : null
  return {
    draft,
    words,
    refusal,
    missing,
    composed: draft.words === null && composed !== '',
    pending: review.isPending,
    error: review.error,
    answer: (answer: NonNullable<HitDraft['answer']>) => drafts.change(draftKey, { answer }),
    write: (text: string) => drafts.change(draftKey, { words: text }),
    forget: () => review.reset(),
    save: () => {
      const { answer } = draft
      if (refusal !== null || missing !== null || answer === null || review.isPending) return
      const nodeId = first?.run.nodeId ?? null
      const answers = hits.flatMap(({ hit }) => (hit.id === null ? [] : [{ hitId: hit.id, status: answer, rationale: words.trim() }]))
      review.mutate(
        { ...(nodeId === null ? {} : { nodeId }), evidenceHash: session.evidenceHash, hits: answers },
        {
          onSuccess: () => {
            drafts.drop([draftKey, ...hits.map(({ key }) => key)])
            onSaved(hits)
          },
        },
      )
    },
  }
}
