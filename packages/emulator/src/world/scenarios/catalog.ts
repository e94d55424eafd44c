import type { PlayedScenario } from './scenario.ts'

export const SCENARIOS: readonly PlayedScenario[] = [
  { name: 'clean-approved', kind: 'user', about: 'Everything passed.', status: 'Approved', weight: 10 },
  { name: 'name-mismatch', kind: 'user', about: 'Name differs from the form.', status: 'In Review', weight: 4 },
  { name: 'company-review', kind: 'business', about: 'Company waits.', status: 'In Review', weight: 4 },
  { name: 'company-approved', kind: 'business', about: 'Company passed.', status: 'Approved', weight: 4 },
  { name: 'company-declined', kind: 'business', about: 'Company failed.', status: 'Declined', weight: 4 },
  { name: 'company-awaiting', kind: 'business', about: 'Company waits for owners.', status: 'Awaiting User', weight: 4 },
  ...(['Declined', 'Abandoned', 'Expired', 'Resubmitted', 'Kyc Expired', 'Not Started', 'In Progress'] as const).flatMap(
    (status): PlayedScenario[] => [
      { name: `user-${status}`, kind: 'user', about: status, status, weight: 1 },
      { name: `business-${status}`, kind: 'business', about: status, status, weight: 1 },
    ],
  ),
]
