import type { Identifier } from './identifiers.ts'

export type HitAnswer = 'False Positive' | 'Confirmed Match' | 'Inconclusive'

const told = new Set(['name', 'birth', 'place', 'sex', 'country', 'document', 'position'])
const lower = (text: string) => text.charAt(0).toLocaleLowerCase('en-GB') + text.slice(1)
const short = (list: readonly string[]) => (list.length > 2 ? `${list.slice(0, 2).join(' or ')} …` : list.join(' or '))

function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last
}

/** A first draft of why, out of what agrees and differs; empty when that says nothing for this answer. */
export function composeRationale(answer: HitAnswer, identifiers: readonly Identifier[]): string {
  const rows = identifiers.filter(({ key }) => told.has(key))
  const differing = rows.filter(({ standing }) => standing === 'differs')
  const agreeing = rows.filter(({ standing }) => standing === 'agrees')
  if (answer === 'False Positive') {
    if (differing.length === 0) return ''
    const facts = differing.map(({ label, list, person, note }) =>
      list.length === 0 || person === null
        ? `${label}: ${lower(note ?? 'differs')}.`
        : `${label} ${short(list)} on the list, ${person} for the applicant.`,
    )
    return ['Not the applicant.', ...facts].join(' ')
  }
  if (answer === 'Confirmed Match') {
    return agreeing.length < 2 ? '' : `The same: ${joined(agreeing.map(({ label }) => lower(label)))} agree.`
  }
  const missing = rows.filter(({ standing }) => standing === 'none').map(({ label }) => lower(label))
  return missing.length === 0 ? '' : `Cannot be told: ${joined(missing)} cannot be compared.`
}
