import type { Outcome } from '@verdict/contract/decision'

export const outcomes = ['Approved', 'Declined', 'Resubmitted'] as const satisfies readonly Outcome[]

/** Outcomes as the decision bar says them. */
export const outcomeWords: Readonly<Record<Outcome, string>> = { Approved: 'Approve', Declined: 'Decline', Resubmitted: 'Ask again' }

export interface FigureTerm {
  /** Where it stands in the policy. */
  path: string
  label: string
  /** One and many. */
  unit: readonly [string, string]
  min: number
  max: number
  /** What an empty field means; absent where it must not be empty. */
  empty?: string
  description?: string
}

const seconds = ['second', 'seconds'] as const
const minutes = ['minute', 'minutes'] as const
const hours = ['hour', 'hours'] as const
const days = ['day', 'days'] as const

export const holdFigures: readonly FigureTerm[] = outcomes.map((outcome) => ({
  path: `holds.${outcome}`,
  label: outcomeWords[outcome],
  unit: seconds,
  min: 0,
  max: 600,
  empty: 'as UNDO_SECONDS says',
}))

export const fourEyesFigures: readonly FigureTerm[] = [
  {
    path: 'fourEyes.bulkOver',
    label: 'Bulk decision over more than',
    unit: ['session', 'sessions'],
    min: 1,
    max: 1000,
    empty: 'never for its size',
    description: 'Empty: never for its size.',
  },
  {
    path: 'fourEyes.overdueHours',
    label: 'Overdue after',
    unit: hours,
    min: 1,
    max: 720,
    description: 'Marked in the list of approvals. Nothing expires by itself.',
  },
]

export const queueFigures: readonly FigureTerm[] = [
  {
    path: 'queue.serviceLevelMinutes',
    label: 'Service level',
    unit: minutes,
    min: 5,
    max: 100_000,
    description: 'How long a case may wait.',
  },
  { path: 'queue.nearMinutes', label: 'Near it in its last', unit: minutes, min: 0, max: 100_000, description: 'Then the row says so.' },
  {
    path: 'queue.leaseSeconds',
    label: 'A case stays taken for',
    unit: seconds,
    min: 30,
    max: 600,
    description: 'After the last sign of its reviewer.',
  },
]

export const forwardFigures: readonly FigureTerm[] = [
  { path: 'queue.forward.watchListHit', label: 'Watch-list hit', unit: minutes, min: 0, max: 100_000 },
  { path: 'queue.forward.decliningWarning', label: 'Warning that declines', unit: minutes, min: 0, max: 100_000 },
  { path: 'queue.forward.returned', label: 'Returned by the applicant', unit: minutes, min: 0, max: 100_000 },
  { path: 'queue.forward.company', label: 'Company', unit: minutes, min: 0, max: 100_000 },
  { path: 'queue.forward.urgentWorkflow', label: 'Urgent workflow', unit: minutes, min: 0, max: 100_000 },
]

export const accessFigures: readonly FigureTerm[] = [
  {
    path: 'access.stepUpMinutes',
    label: 'A new proof holds for',
    unit: minutes,
    min: 1,
    max: 60,
    description: 'The password or code that a block’s removal, a change of roles or of this policy asks for.',
  },
]

export const retentionFigures: readonly FigureTerm[] = [
  {
    path: 'retention.keptCaseDays',
    label: 'Kept cases',
    unit: days,
    min: 1,
    max: 3650,
    description: 'Encrypted, for reading while Didit is down.',
  },
  { path: 'retention.webhookBodyDays', label: 'Bodies of webhooks', unit: days, min: 1, max: 3650 },
  { path: 'retention.goneRowDays', label: 'Rows of sessions gone at Didit', unit: days, min: 1, max: 3650 },
  { path: 'retention.viewLogDays', label: 'Who looked at what', unit: days, min: 1, max: 3650 },
]

export interface SwitchTerm {
  path: string
  label: string
  description: string
}

export const fourEyesSwitches: readonly SwitchTerm[] = [
  { path: 'fourEyes.overturn', label: 'Overturning a decision', description: 'Whoever made the first one, here or at Didit.' },
  {
    path: 'fourEyes.confirmedMatch',
    label: 'Approving a confirmed watch-list match',
    description: 'A sanctions or PEP hit that stands as confirmed.',
  },
  { path: 'fourEyes.blocklistRemoval', label: 'Taking something off the blocklist', description: 'It lets people in who were kept out.' },
  { path: 'fourEyes.sharing', label: 'Sharing a session with a partner', description: 'Its data leaves the house.' },
  {
    path: 'fourEyes.blind',
    label: 'The second person decides blind',
    description: 'They see the first verdict after they have given their own.',
  },
]

export const otherCodes: SwitchTerm = {
  path: 'reasons.otherCodes',
  label: 'Integrators may send codes of their own',
  description: 'A decision by our API may carry a code that is not in these lists.',
}

export interface ListTerm {
  path: string
  label: string
}

export const lists = {
  warningCodes: { path: 'fourEyes.warningCodes', label: 'Warning codes' },
  countries: { path: 'fourEyes.countries', label: 'Issuing countries' },
  urgentWorkflows: { path: 'queue.urgentWorkflows', label: 'Urgent workflows' },
  secondFactorRoles: { path: 'access.secondFactorRoles', label: 'Roles that need a second factor' },
  legalHold: { path: 'retention.legalHold', label: 'Legal hold' },
} as const satisfies Record<string, ListTerm>

export const sectionNames = {
  holds: 'Holds',
  reasons: 'Reasons',
  fourEyes: 'Four eyes',
  queue: 'Queue',
  access: 'Access',
  retention: 'Retention',
} as const
export type SectionKey = keyof typeof sectionNames
