import { useIsMutating, useMutationState, useQueryClient } from '@tanstack/react-query'
import type { SessionDetail } from '@verdict/contract/case'
import type { DecisionInput, Outcome } from '@verdict/contract/decision'
import { asProblem, hasCode } from '../../../lib/problem.ts'
import { useHold } from '../../../ui/hold/hold-provider.tsx'
import { decideKey, useDecide } from '../case.mutations.ts'
import { changeDraft } from '../model/case-drafts.ts'
import { toDispositions } from '../model/dispositions.ts'
import type { WarningWalk } from '../warnings/use-warning-walk.ts'

type Extra = Pick<DecisionInput, 'resubmit' | 'notify'> & { comment?: string }

interface Refusal {
  error: unknown
  outcome: Outcome | null
  /** ISO instant of the key. */
  pressedAt: string
}

/** What was refused of this case and is not forgotten yet; it outlives the page, which is gone when the answer comes. */
function useRefusal(sessionId: string): { refusal: Refusal | null; forget: () => void } {
  const client = useQueryClient()
  const filters = { mutationKey: decideKey(sessionId), status: 'error' as const }
  const refusals = useMutationState({
    filters,
    select: ({ state: { error, submittedAt, variables } }): Refusal => ({
      error,
      outcome: inputOf(variables)?.outcome ?? null,
      pressedAt: new Date(submittedAt).toISOString(),
    }),
  })
  const forget = () => {
    const cache = client.getMutationCache()
    for (const mutation of cache.findAll(filters)) cache.remove(mutation)
  }
  return { refusal: refusals.at(-1) ?? null, forget }
}

/** Variables of a mutation of `decideKey` are the input that `useDecide` was given, or nothing. */
function inputOf(variables: unknown): DecisionInput | undefined {
  return variables as DecisionInput | undefined
}

interface Hands {
  /** Leaves the case: the next one need not wait for Didit's answer. */
  leave: () => void
  /** Comes back to it: what was decided has not been taken in. */
  comeBack: () => void
}

/**
 * Makes a decision on the evidence as it was read, and goes on at once. It is shown as held only when the server has
 * it on disk; a refusal leads back to the case, where all that was typed still stands.
 */
export function useDecision(session: SessionDetail, walk: WarningWalk, { leave, comeBack }: Hands) {
  const hold = useHold()
  const { refusal, forget } = useRefusal(session.id)
  const decide = useDecide(session.id, {
    taken: ({ id, state, sendsAt }, { outcome }) =>
      hold.track({ id, sessionId: session.id, outcome, state, sendsAt, session: { name: session.name, number: session.number } }),
    refused: (error) => {
      // Leads to the warning that nobody has looked at; the draft outlives the page.
      const unseen = hasCode(error, 'warnings-unseen') ? asProblem(error).fields?.[0]?.path.replace(/^warnings\./u, '') : undefined
      if (unseen !== undefined) changeDraft(session.id, () => ({ current: unseen }))
      comeBack()
    },
  })
  const pending = useIsMutating({ mutationKey: decideKey(session.id) }) > 0

  const send = (outcome: Outcome, reasonCode: string, extra: Extra = {}) => {
    if (pending) return
    forget()
    const { comment, ...rest } = extra
    decide.mutate({
      outcome,
      reasonCode,
      comment: (comment ?? walk.edited ?? walk.rationale.text).trim(),
      evidenceHash: session.evidenceHash,
      dispositions: toDispositions(walk.answers),
      seen: [...walk.seen],
      ...rest,
    })
    leave()
  }
  const changed = refusal !== null && hasCode(refusal.error, 'evidence-changed')
  return {
    send,
    pending,
    error: changed || refusal === null ? null : refusal.error,
    changed: changed ? refusal.error : null,
    refused: refusal?.outcome ?? null,
    pressedAt: refusal?.pressedAt ?? null,
    forget,
  }
}

export type DecisionControl = ReturnType<typeof useDecision>
