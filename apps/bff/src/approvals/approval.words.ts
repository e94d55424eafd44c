import type { Person } from '../lib/person.ts'
import type { ApprovalRow } from './approval.rows.ts'

export const saidNo = (by: Person, comment: string) => `${by.name} did not agree${comment === '' ? '.' : `: ${comment}`} Nothing was sent.`

/** Two of three want to ask the applicant again, but nobody has chosen for what: that is a decision of its own. */
export const askAnew = ({ second_by_name: second }: Pick<ApprovalRow, 'second_by_name'>, by: Person) =>
  `${second ?? 'The second person'} and ${by.name} would ask the applicant again. Nothing was sent: choose the steps in the case.`
