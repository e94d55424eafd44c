import type { Role } from '@verdict/contract/access'

/** What each role may do, in the words of the sign-in page. */
export const roleWords: readonly { role: Role; word: string; may: string }[] = [
  { role: 'reviewer', word: 'Reviewer', may: 'clears the queue, decides' },
  { role: 'senior', word: 'Senior', may: 'overturns, overrides checks, corrects data' },
  { role: 'analyst', word: 'Analyst', may: 'keeps the blocklist' },
  { role: 'manager', word: 'Manager', may: 'reports, shares, imports, the ledger' },
  { role: 'auditor', word: 'Auditor', may: 'reads everything, changes nothing' },
  { role: 'admin', word: 'Admin', may: 'people and roles; decides nothing' },
]

export function roleWord(role: string): string {
  return roleWords.find((known) => known.role === role)?.word ?? role
}
