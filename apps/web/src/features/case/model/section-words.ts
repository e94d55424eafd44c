import type { FeatureSection } from '@verdict/contract/case'
import type { FeatureKind } from '@verdict/contract/session'
import { featureWord } from '../../../ui/feature-vocabulary.ts'

const tabs: Readonly<Partial<Record<FeatureKind, string>>> = {
  identityDocument: 'ID',
  faceMatch: 'Face',
  ageEstimation: 'Age',
  aml: 'AML',
  proofOfAddress: 'Address',
  databaseValidation: 'Database',
  ipAnalysis: 'Device',
  questionnaire: 'Answers',
  documentAi: 'Files',
  registry: 'Registry',
  companyDocuments: 'Documents',
  keyPeople: 'People',
}

/** The short name in the row of tabs. */
export function tabWord(section: Pick<FeatureSection, 'kind' | 'raw'>): string {
  return tabs[section.kind] ?? featureWord(section.kind, section.raw).word
}

/** Where a section begins in the page; one that ran more than once begins with its runs compared. */
export function anchorOf(section: FeatureSection): string {
  if (section.runs.length > 1) return `${section.kind}-${section.raw}-runs`
  return section.runs[0]?.id ?? `${section.kind}-${section.raw}`
}

/** True when a person has to look at it: something in it waits, failed or warns. */
export function needsLook(section: FeatureSection): boolean {
  return section.runs.some((run) => run.status === 'In Review' || run.status === 'Declined' || run.status === 'Resub Requested')
}
