import { type Fields, fieldsOf, firstText, isFields, rowsOf, textOf } from './json-shape.ts'
import { shareOf } from './ownership.ts'
import { wordsOf } from './words.ts'
import { wordTable } from '../../../lib/word-table.ts'

/** Roles come as words, as objects, or as objects written out as text. */
function unpack(value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('{')) return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}

const capitals = wordTable<string>({ ubo: 'Beneficial owner' })

/** "Director", "Shareholder, 60%, 50% of the votes". */
export function rolesOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((item) => {
    const role = unpack(item)
    const name = isFields(role) ? firstText(role, 'role', 'name', 'type') : textOf(role)
    if (name === null) return []
    const word = capitals[name.toLowerCase()] ?? wordsOf(name)
    const fields = fieldsOf(role)
    const [share, votes] = [shareOf(fields), shareOf({ percent: fields['votingPercent'] })]
    const told = [share === null ? null : `${share}%`, votes === null || votes === share ? null : `${votes}% of the votes`]
    return [[word, ...told.filter((part) => part !== null)].join(', ')]
  })
}

export interface PartyCheck {
  feature: string
  status: string | null
}

/** The checks of a person's own session, as the company's answer tells them. */
export function checksOf(party: Fields): PartyCheck[] {
  return rowsOf(party['verificationWorkflowFeatures']).flatMap((row) => {
    const feature = firstText(row, 'feature', 'name')
    return feature === null ? [] : [{ feature, status: firstText(row, 'status') }]
  })
}

const listNames = wordTable<string>({
  sanctions: 'Sanctions',
  pep: 'Political exposure',
  adverseMedia: 'Adverse media',
  warnings: 'Warnings',
})

/** The watch lists on which somebody was found, in words; null when nothing was searched. */
export function listedIn(party: Fields): string[] | null {
  const categories = Object.entries(fieldsOf(party['kycAmlCategories']))
  if (categories.length === 0) return null
  return categories.flatMap(([key, value]) => {
    const found = textOf(value)
    return found === null || /^(?:clear|none|no|no_match)$/iu.test(found) ? [] : [listNames[key] ?? wordsOf(key)]
  })
}
