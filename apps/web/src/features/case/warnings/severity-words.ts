import type { Severity } from '@verdict/contract/session'

/** What a severity means for the case. It is set by the workflow, not by the code. */
export const severityMeanings: Readonly<Record<Severity, string>> = {
  declines: 'The workflow declines for this. Approving needs your answer.',
  review: 'The workflow leaves this to a person. Approving needs your answer.',
  information: 'It changed nothing and needs no answer.',
  unknown: 'Didit uses a word that is new here. Approving needs your answer.',
}
