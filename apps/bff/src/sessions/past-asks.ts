import type { Decision as DiditDecision } from '@verdict/didit/wire/decision'
import { adaptStatus } from './status.adapt.ts'

/** A step that the applicant was asked to do again; `at` is an ISO instant. */
export interface PastAsk {
  nodeId: string
  feature: string
  at: string
}

/** What was asked again before: by us, step by step, and by others, whose steps Didit's trail does not name. */
export interface PastAsks {
  steps: readonly PastAsk[]
  unnamed: { count: number; last: string | null }
}

export const noPastAsks: PastAsks = { steps: [], unnamed: { count: 0, last: null } }

/** A resubmission of ours that Didit has taken. */
export interface OwnAsk {
  ledgerSeq: number
  at: string
  steps: readonly { nodeId: string; feature: string }[]
}

/** Joins our decisions with Didit's trail. An entry signed with the number of one of ours is that one, not another. */
export function pastAsks(wire: Pick<DiditDecision, 'reviews'>, own: readonly OwnAsk[]): PastAsks {
  const ours = own.map(({ ledgerSeq }) => `Verdict ledger ${ledgerSeq}]`)
  const unnamed = (wire.reviews ?? [])
    // "Unknown" signs notes, which may carry a status that changed nothing.
    .filter(({ new_status, user }) => adaptStatus(new_status ?? '') === 'Resubmitted' && (user ?? 'Unknown') !== 'Unknown')
    .filter(({ comment }) => !ours.some((mark) => comment?.trimEnd().endsWith(mark) === true))
    .map(({ created_at }) => created_at ?? '')
  return {
    steps: own.flatMap(({ at, steps }) => steps.map(({ nodeId, feature }) => ({ nodeId, feature, at }))),
    unnamed: {
      count: unnamed.length,
      last:
        unnamed
          .filter((at) => at !== '')
          .toSorted()
          .at(-1) ?? null,
    },
  }
}
