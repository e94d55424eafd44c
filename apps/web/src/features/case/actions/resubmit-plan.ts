import type { FeatureRun, SessionDetail } from '@verdict/contract/case'
import type { ResubmitStep } from '@verdict/contract/decision'
import type { MediaItem } from '@verdict/contract/media'
import type { FeatureKind } from '@verdict/contract/session'
import type { ApplicantAct } from './applicant-words.ts'

/** Didit runs these without the applicant. */
const backend: ReadonlySet<FeatureKind> = new Set<FeatureKind>(['aml', 'databaseValidation', 'ipAnalysis'])
const acts: Readonly<Partial<Record<FeatureKind, readonly ApplicantAct[]>>> = {
  identityDocument: ['front'],
  nfc: ['chip'],
  liveness: ['selfie'],
  faceMatch: ['compare'],
  proofOfAddress: ['address'],
  documentAi: ['documents'],
  companyDocuments: ['companyDocuments'],
  phone: ['phone'],
  email: ['email'],
  questionnaire: ['questions'],
}

export const stepKey = ({ nodeId, feature }: ResubmitStep): string => `${nodeId}|${feature}`
export const runsAtOnce = ({ feature }: ResubmitStep): boolean => backend.has(feature)

function runOf(session: SessionDetail, step: ResubmitStep): FeatureRun | undefined {
  return session.sections
    .flatMap((section) => section.runs)
    .find((run) => run.kind === step.feature && (run.nodeId ?? run.id) === step.nodeId)
}

/** Pictures, videos and files that Didit deletes with this step. */
export function mediaOf(session: SessionDetail, step: ResubmitStep): MediaItem[] {
  const run = runOf(session, step)
  return run === undefined ? [] : session.media.filter((item) => item.runId === run.id && item.role !== 'match')
}

/** What Didit deletes with this step and has no picture of. */
export function dataOf(session: SessionDetail, step: ResubmitStep): string[] {
  const pictured = new Set(mediaOf(session, step).map(({ label }) => label))
  return step.erases.filter((label) => !pictured.has(label))
}

function actsOf(session: SessionDetail, step: ResubmitStep, withSelfie: boolean): readonly ApplicantAct[] {
  if (runsAtOnce(step)) return []
  // A new selfie is compared as it comes in.
  if (step.feature === 'faceMatch' && withSelfie) return []
  const hasBack = mediaOf(session, step).some(({ role }) => role === 'back' || role === 'backFull')
  return step.feature === 'identityDocument' && hasBack ? ['front', 'back'] : (acts[step.feature] ?? [])
}

export interface ResubmitPlan {
  /** What the applicant does next, in order. */
  screens: { key: string; act: ApplicantAct }[]
  /** Steps that Didit runs by itself. */
  atOnce: ResubmitStep[]
  /** Nobody is asked: Didit settles the session within the same call. */
  alone: boolean
  /** Reasons that Didit recorded for the steps, which its e-mail names. */
  reasons: string[]
}

/** What follows when these steps are asked again. */
export function planOf(session: SessionDetail, chosen: readonly ResubmitStep[]): ResubmitPlan {
  const withSelfie = chosen.some(({ feature }) => feature === 'liveness')
  const runs = new Set(chosen.map((step) => runOf(session, step)?.id))
  const warned = session.warnings.filter(({ runId }) => runId !== null && runs.has(runId)).map(({ title }) => title)
  return {
    screens: chosen.flatMap((step) => actsOf(session, step, withSelfie).map((act) => ({ key: `${stepKey(step)}|${act}`, act }))),
    atOnce: chosen.filter(runsAtOnce),
    alone: chosen.length > 0 && chosen.every(runsAtOnce),
    reasons: [...new Set(warned)],
  }
}
