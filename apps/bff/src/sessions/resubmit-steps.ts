import type { ResubmitStep } from '@verdict/contract/decision'
import type { FeatureKind } from '@verdict/contract/session'
import { featureLabel } from './feature-names.ts'
import type { PastAsk } from './past-asks.ts'
import type { AdaptedSession } from './session.adapt.ts'

const never: Partial<Record<FeatureKind, string>> = {
  registry: 'Didit never asks for the registry again. Ask the people of the company again in their own sessions.',
  keyPeople: 'Ask the people of the company again in their own sessions.',
  ageEstimation: 'Age is estimated by the liveness check. Ask for that one again.',
  other: 'Didit does not say that this check can be asked again.',
}

/** Didit leaves these out when it chooses by itself. */
const notByItself = new Set<FeatureKind>(['nfc', 'ipAnalysis', 'ageEstimation', 'companyDocuments', 'documentAi'])
const failed = new Set(['Declined', 'In Review', 'Not Finished', 'Expired', 'Resub Requested'])

const captures: Partial<Record<FeatureKind, string>> = {
  questionnaire: 'Answers',
  phone: 'Phone number and code',
  email: 'E-mail address and code',
  nfc: 'Chip data',
  aml: 'Watch-list hits and how they were judged',
  databaseValidation: 'Registry answers',
  ipAnalysis: 'Device and location data',
}

function refusalOf(kind: FeatureKind, nodeId: string | null): string | null {
  const reason = never[kind]
  if (reason !== undefined) return reason
  return nodeId === null ? 'Didit does not name the step of the workflow, so it cannot be asked again alone.' : null
}

/** Every check that has run, whether the applicant can be asked for it again, and what Didit then deletes. */
export function resubmitSteps(session: AdaptedSession, asks: readonly PastAsk[] = []): ResubmitStep[] {
  const counts = new Map<string, number>()
  return session.sections.flatMap((section) =>
    section.runs.map((run): ResubmitStep => {
      const label = featureLabel(section.kind, section.raw)
      const number = (counts.get(label) ?? 0) + 1
      counts.set(label, number)
      const reason = refusalOf(section.kind, run.nodeId)
      const pictures = session.media.filter((item) => item.runId === run.id && item.role !== 'match').map((item) => item.label)
      const data = captures[section.kind]
      const before = asks.filter((ask) => ask.nodeId === run.nodeId && ask.feature === section.kind).map(({ at }) => at)
      return {
        nodeId: run.nodeId ?? run.id,
        feature: section.kind,
        label: section.runs.length > 1 ? `${label} ${number}` : label,
        status: run.status,
        allowed: reason === null,
        reason,
        suggested: reason === null && !notByItself.has(section.kind) && run.status !== null && failed.has(run.status),
        erases: reason === null ? [...new Set([...pictures, ...(data === undefined ? [] : [data])])] : [],
        askedBefore: before.length,
        lastAsked: before.toSorted().at(-1) ?? null,
      }
    }),
  )
}
