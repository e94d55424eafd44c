import type { FeatureRun, RunAction } from '@verdict/contract/case'
import type { DataCorrection } from '@verdict/contract/corrections'
import type { FeatureKind } from '@verdict/contract/session'
import { recordOf, textOf } from './json-read.ts'
import type { AdaptedSession } from './session.adapt.ts'

export type CorrectionTarget = DataCorrection['target']

const corrected = new Set(['Approved', 'Declined', 'In Review', 'Kyc Expired'])
const targets: Readonly<Partial<Record<FeatureKind, CorrectionTarget>>> = {
  identityDocument: 'identityDocument',
  proofOfAddress: 'proofOfAddress',
  registry: 'company',
}
const notOverridden: Readonly<Partial<Record<FeatureKind, string>>> = {
  ageEstimation: 'Age is estimated by the liveness check. Override that one.',
  other: 'Didit does not say that this check can be overridden.',
}

const runsOf = (session: AdaptedSession): FeatureRun[] => session.sections.flatMap((section) => section.runs)
const allow = (run: FeatureRun, nodeId: string | null, reason: string | null): RunAction => ({
  runId: run.id,
  nodeId,
  allowed: reason === null,
  reason,
})

/** Which runs can be given another state, and by which name Didit knows each; `default` is the one without a name. */
export function overridableRuns(session: AdaptedSession): RunAction[] {
  const runs = runsOf(session)
  const nameOf = (run: FeatureRun) => run.nodeId ?? 'default'
  return runs.map((run) => {
    const known = notOverridden[run.kind]
    if (known !== undefined) return allow(run, run.nodeId, known)
    const alone = runs.filter((other) => nameOf(other) === nameOf(run)).length === 1
    return allow(run, nameOf(run), alone ? null : 'Several checks share this step of the workflow, so Didit could change the wrong one.')
  })
}

function correctionRefusal(session: AdaptedSession, run: FeatureRun): string | null {
  const data: Readonly<Record<string, unknown>> = run.data
  if (run.kind === 'registry') {
    if (session.kind !== 'business') return 'Company data is corrected in the session of the company.'
    return textOf(recordOf(data['company'])['uuid']) === null ? 'Didit does not name the company, so it cannot be corrected.' : null
  }
  if (session.kind === 'business') return 'Didit corrects documents of people in their own sessions.'
  if (!corrected.has(session.status)) return 'Didit takes corrections once the session is in review or decided.'
  // Without a name Didit takes the most recent one.
  const sameKind = runsOf(session).filter((other) => other.kind === run.kind)
  return run.nodeId === null && sameKind.at(-1) !== run ? 'Didit does not name this step and would correct the newest one.' : null
}

/** Which runs hold data that can be corrected. */
export function correctableRuns(session: AdaptedSession): RunAction[] {
  return runsOf(session)
    .filter((run) => targets[run.kind] !== undefined)
    .map((run) => allow(run, run.nodeId, correctionRefusal(session, run)))
}

/** The runs that a correction of this target could mean. */
export const runsOfTarget = (session: AdaptedSession, target: CorrectionTarget): FeatureRun[] =>
  runsOf(session).filter((run) => targets[run.kind] === target)
