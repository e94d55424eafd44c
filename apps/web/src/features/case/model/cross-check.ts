import { type Fields, fieldsOf, isFields, listText, numberOf, textOf } from './json-shape.ts'
import { wordsOf } from './words.ts'
import { wordTable } from '../../../lib/word-table.ts'

export interface CrossField {
  label: string
  /** What the document says, and what it was held against. */
  document: string | null
  against: string | null
  /** 0–100. */
  score: number | null
  match: boolean | null
}

export interface CrossGroup {
  title: string
  fields: CrossField[]
  /** What has another shape. */
  rest: Fields
}

const titles = wordTable<string>({ critical: 'Has to agree', nonCritical: 'Should agree', people: 'People' })
const sides = ['registry', 'expected', 'reference', 'session', 'value', 'form']

/** Scores of the cross-check come as a share of one; the page speaks of 0–100 everywhere. */
function scoreOf(value: unknown): number | null {
  const found = numberOf(value)
  return found === null ? null : found <= 1 ? found * 100 : found
}

function fieldOf(name: string, value: unknown): CrossField | null {
  const fields = fieldsOf(value)
  const side = sides.find((key) => key in fields)
  if (!('match' in fields) && !('document' in fields && side !== undefined)) return null
  return {
    label: wordsOf(name),
    document: listText(fields['document'] ?? fields['extracted']),
    against: side === undefined ? null : listText(fields[side]),
    score: scoreOf(fields['score']),
    match: typeof fields['match'] === 'boolean' ? fields['match'] : null,
  }
}

function groupOf(title: string, value: unknown): CrossGroup {
  const entries = Array.isArray(value)
    ? value.map((item, index): [string, unknown] => [
        textOf(fieldsOf(item)['name']) ?? textOf(fieldsOf(item)['field']) ?? `${index + 1}`,
        item,
      ])
    : Object.entries(fieldsOf(value))
  const read = entries.map(([name, item]) => ({ name, item, field: fieldOf(name, item) }))
  return {
    title,
    fields: read.flatMap(({ field }) => field ?? []),
    rest: Object.fromEntries(read.flatMap(({ name, item, field }) => (field === null ? [[name, item]] : []))),
  }
}

/** A document held against the registry, the form or the people, group by group; fields without a group come first. */
export function crossGroups(result: unknown): CrossGroup[] {
  const fields = isFields(result) ? result : { values: result }
  const grouped = Object.entries(fields).filter(([key]) => key in titles)
  const loose = Object.fromEntries(Object.entries(fields).filter(([key]) => !(key in titles)))
  return [groupOf('Cross-check', loose), ...grouped.map(([key, value]) => groupOf(titles[key] ?? key, value))].filter(
    (group) => group.fields.length > 0 || Object.values(group.rest).some((value) => value !== null),
  )
}
