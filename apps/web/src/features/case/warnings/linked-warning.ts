import type { CaseWarning } from '@verdict/contract/case'

const prefix = 'warning-'

/** What `?at=` holds for a warning. */
export const warningAnchor = (id: string) => `${prefix}${id}`

/** The warning that an address names, if the case still has it. */
export function linkedWarning(at: string | null, warnings: readonly CaseWarning[]): string | null {
  if (at === null || !at.startsWith(prefix)) return null
  const id = at.slice(prefix.length)
  return warnings.some((warning) => warning.id === id) ? id : null
}
