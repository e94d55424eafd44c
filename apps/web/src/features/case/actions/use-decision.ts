import type { SessionDetail } from '@verdict/contract/case'
import type { DecisionInput, Outcome } from '@verdict/contract/decision'
import { useState } from 'react'
import { hasCode } from '../../../lib/problem.ts'
import { useHold } from '../../../ui/hold/hold-provider.tsx'
import { useDecide } from '../case.mutations.ts'
import { toDispositions } from '../model/dispositions.ts'
import type { WarningWalk } from '../warnings/use-warning-walk.ts'

type Extra = Pick<DecisionInput, 'resubmit' | 'notify'> & { comment?: string }

/** Makes a decision on the evidence as it was read, and tells when it was taken in. */
export function useDecision(session: SessionDetail, walk: WarningWalk, onTaken: () => void) {
  const decide = useDecide(session.id)
  const hold = useHold()
  const [pressedAt, setPressedAt] = useState<string | null>(null)

  const send = (outcome: Outcome, reasonCode: string, extra: Extra = {}) => {
    if (decide.isPending) return
    setPressedAt(new Date().toISOString())
    const { comment, ...rest } = extra
    decide.mutate(
      {
        outcome,
        reasonCode,
        comment: (comment ?? walk.edited ?? walk.rationale.text).trim(),
        evidenceHash: session.evidenceHash,
        dispositions: toDispositions(walk.answers),
        ...rest,
      },
      {
        onSuccess: ({ id, state, sendsAt }) => {
          hold.track({ id, sessionId: session.id, outcome, state, sendsAt, session: { name: session.name, number: session.number } })
          onTaken()
        },
      },
    )
  }
  const changed = hasCode(decide.error, 'evidence-changed')
  return {
    send,
    pending: decide.isPending,
    error: changed ? null : decide.error,
    changed: changed ? decide.error : null,
    pressedAt,
    forget: decide.reset,
  }
}

export type DecisionControl = ReturnType<typeof useDecision>
