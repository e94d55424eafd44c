import { type Fields, fieldsOf, numberOf, textOf } from '../model/json-shape.ts'
import { wordTable } from '../../../lib/word-table.ts'

export interface ScorePart {
  key: 'name' | 'dob' | 'country'
  word: string
  /** 0–100; null when Didit did not say. */
  score: number | null
  /** Share of the whole, 0–100. */
  weight: number
  /** Points of the total. */
  contribution: number
}

export interface ScoreMake {
  parts: readonly ScorePart[]
  total: number | null
  document: string
}

const words = { name: 'Name', dob: 'Birth date', country: 'Country' } as const
const documents = wordTable<string>({
  MATCH: 'Document number: the same',
  NEUTRAL: 'Document number: not on the list, no effect',
  HARD_MISMATCH: 'Document number: another one, lowers the score',
})

function partOf(breakdown: Fields, key: ScorePart['key']): ScorePart | null {
  const score = numberOf(breakdown[`${key}Score`])
  const weight = numberOf(breakdown[`${key}WeightNormalized`]) ?? numberOf(breakdown[`${key}Weight`])
  if (weight === null) return null
  const contribution = numberOf(breakdown[`${key}Contribution`]) ?? (score === null ? 0 : (score * weight) / 100)
  return { key, word: words[key], score, weight: Math.max(0, weight), contribution }
}

/** How Didit made the match score; null when it did not say. All numbers are of 100. */
export function scoreMakeOf(value: unknown): ScoreMake | null {
  const breakdown = fieldsOf(value)
  const parts = (['name', 'dob', 'country'] as const).flatMap((key) => partOf(breakdown, key) ?? [])
  if (parts.length === 0) return null
  const type = textOf(breakdown['documentNumberMatchType'])
  return {
    parts,
    total: numberOf(breakdown['totalScore']),
    document: type === null ? 'Document number: not told' : (documents[type] ?? `Document number: ${type}`),
  }
}
