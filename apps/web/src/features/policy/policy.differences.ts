import type { Policy } from '@verdict/contract/policy'
import { figureLines, levelLines, listLines, switchLines } from './differences/plain-lines.ts'
import { reasonLines } from './differences/reason-lines.ts'
import {
  accessFigures,
  forwardFigures,
  fourEyesFigures,
  fourEyesSwitches,
  holdFigures,
  lists,
  otherCodes,
  queueFigures,
  retentionFigures,
  sectionNames,
  type SectionKey,
} from './policy.words.ts'

export interface Difference {
  section: (typeof sectionNames)[SectionKey]
  line: string
}

/** Turns an id or a code into the name that people know. */
export interface Names {
  workflow: (id: string) => string
  country: (code: string) => string
}
const asWritten: Names = { workflow: (id) => id, country: (code) => code }

/** Every difference between two policies, in words. Empty only when they are the same. */
export function policyDifferences(before: Policy, after: Policy, names: Names = asWritten): Difference[] {
  const both = { before, after }
  const forward = forwardFigures.map((term) => ({ ...term, label: `Brought forward for: ${term.label}` }))
  const lines: Record<SectionKey, string[]> = {
    holds: figureLines(both, holdFigures),
    reasons: [...reasonLines(before.reasons, after.reasons), ...switchLines(both, [otherCodes])],
    fourEyes: [
      ...switchLines(both, fourEyesSwitches),
      ...listLines(both, lists.warningCodes),
      ...listLines(both, lists.countries, names.country),
      ...figureLines(both, fourEyesFigures),
    ],
    queue: [
      ...figureLines(both, [...queueFigures, ...forward]),
      ...levelLines(before.queue.workflowLevels, after.queue.workflowLevels, names.workflow),
      ...listLines(both, lists.urgentWorkflows, names.workflow),
    ],
    access: [...listLines(both, lists.secondFactorRoles), ...figureLines(both, accessFigures)],
    retention: [...figureLines(both, retentionFigures), ...listLines(both, lists.legalHold)],
  }
  const keys: SectionKey[] = ['holds', 'reasons', 'fourEyes', 'queue', 'access', 'retention']
  return keys.flatMap((key) => lines[key].map((line) => ({ section: sectionNames[key], line })))
}
