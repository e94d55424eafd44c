import type { Severity } from '@verdict/contract/session'

/** What a severity means for the case. It is set by the workflow, not by the code. */
export const severityMeanings: Readonly<Record<Severity, string>> = {
  declines: 'The workflow declines for this; approving needs your answer.',
  review: 'Left to a person; approving needs your answer.',
  information: 'It changed nothing and needs no answer.',
  unknown: 'Didit’s word for it is new here; approving needs your answer.',
}
