import type { FeatureGlance, WarningGlance } from '@verdict/contract/session'
import type { Evidence } from './evidence.ts'
import { listedHits } from './session-actions.ts'
import { adaptSession } from './session.adapt.ts'

export interface Summary {
  sessionId: string
  /** Worst first, at most three. */
  warnings: WarningGlance[]
  warningCount: number
  amlHits: number
  resubmissions: number
  features: FeatureGlance[]
  evidenceHash: string
  /** Epoch ms. */
  asOf: number
}

/** What lists show of a case. */
export function summarise(evidence: Evidence): Summary {
  const session = adaptSession(evidence.wire, () => null)
  const hits = session.sections
    .flatMap((section) => section.runs)
    .filter((run) => run.kind === 'aml')
    .map((run) => listedHits(run.data))
  const features = session.sections.map(({ kind, raw, runs }): FeatureGlance => {
    const worst = runs.find((run) => run.status !== 'Approved') ?? runs[0]
    return { kind, raw, status: worst?.status ?? 'Not Finished' }
  })
  return {
    sessionId: evidence.sessionId,
    warnings: session.warnings.slice(0, 3).map(({ code, severity, title }) => ({ code, severity, title })),
    warningCount: session.warnings.length,
    amlHits: hits.reduce((sum, count) => sum + count, 0),
    resubmissions: (evidence.wire.reviews ?? []).filter((review) => review.new_status === 'Resubmitted').length,
    features,
    evidenceHash: evidence.hash,
    asOf: evidence.asOf,
  }
}
