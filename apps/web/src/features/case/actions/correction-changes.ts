import { correctionValues, documentAliases } from '@verdict/contract/correction-values'
import type { FeatureRun } from '@verdict/contract/case'
import type { DataCorrection } from '@verdict/contract/corrections'
import type { Json, JsonObject } from '@verdict/contract/json'
import { type Fields, fieldsOf, firstText } from '../model/json-shape.ts'
import { wordsOf } from '../model/words.ts'
import { type CorrectionField, correctionForms } from './correction-fields.ts'

type Target = DataCorrection['target']
export type Typed = Readonly<Record<string, string>>

/** Which record a run holds; null when it cannot be corrected. */
export function targetOf(run: FeatureRun): Target | null {
  if (run.kind === 'identityDocument' || run.kind === 'proofOfAddress') return run.kind
  return run.kind === 'registry' ? 'company' : null
}

/** The record of a run by our names; what only the registry's own copy holds is taken from there. */
export function recordOf(run: FeatureRun): Fields {
  if (run.kind !== 'registry') return fieldsOf(run.data)
  const company = fieldsOf(run.data.company)
  return { ...fieldsOf(company['registryData']), ...company }
}

const shown = (value: unknown): string =>
  typeof value === 'string'
    ? value.trim()
    : typeof value === 'number'
      ? String(value)
      : (firstText(fieldsOf(value), 'formattedAddress', 'address', 'value') ?? '')

/** The value as it stands, in the form in which it is written. A choice that Didit words its own way is matched. */
export function presentValue(field: CorrectionField, record: Fields): string {
  const [outer, inner] = partsOf(field.key)
  const held = inner === undefined ? record[outer] : fieldsOf(record[outer])[inner]
  const other = (field.from ?? []).map((key) => record[key]).find((value) => shown(value) !== '')
  const text = shown(held) || shown(other)
  if (field.control === 'day') return text.slice(0, 10)
  if (field.control !== 'choice') return text
  const code = (Object.hasOwn(documentAliases, text) && documentAliases[text]) || text
  return field.options?.find(({ value }) => value.toLowerCase() === code.toLowerCase())?.value ?? text
}

const extras = 'extraFields'

/** What can be corrected of this record: what all have, and the further texts that this one carries. */
export function fieldsFor(target: Target, record: Fields): CorrectionField[] {
  const { fields } = correctionForms[target]
  if (target === 'company') return [...fields]
  const own = Object.entries(fieldsOf(record[extras])).filter(([, value]) => typeof value === 'string' || typeof value === 'number')
  return [...fields, ...own.map(([key]): CorrectionField => ({ key: `${extras}.${key}`, label: wordsOf(key), control: 'text' }))]
}

/** A key and the part of it after its first dot. */
function partsOf(key: string): [outer: string, inner: string | undefined] {
  const dot = key.indexOf('.')
  return dot < 0 ? [key, undefined] : [key.slice(0, dot), key.slice(dot + 1)]
}

export function presentValues(fields: readonly CorrectionField[], record: Fields): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field.key, presentValue(field, record)]))
}

/** Fields whose typed value is not the present one. */
export function changedFields(fields: readonly CorrectionField[], now: Typed, typed: Typed): CorrectionField[] {
  return fields.filter(({ key }) => (typed[key] ?? '').trim() !== (now[key] ?? ''))
}

function valueOf(target: Target, field: CorrectionField, text: string): Json {
  if (field.control === 'number') return text === '' ? null : Number(text.replaceAll(',', ''))
  if (text !== '') return text
  // Didit empties most texts of a company with an empty text, everything else with null.
  const schema = correctionValues[target].shape
  const own = Object.entries(schema).find(([key]) => key === field.key)?.[1]
  return own === undefined || own.safeParse(null).success ? null : ''
}

/** Only what changed, as it is sent; parts of an address together. */
export function changesOf(target: Target, fields: readonly CorrectionField[], now: Typed, typed: Typed): JsonObject {
  const changes: JsonObject = {}
  for (const field of changedFields(fields, now, typed)) {
    const [outer, inner] = partsOf(field.key)
    const value = valueOf(target, field, (typed[field.key] ?? '').trim())
    if (inner === undefined) changes[outer] = value
    else changes[outer] = { ...fieldsOfJson(changes[outer]), [inner]: value }
  }
  return changes
}

const fieldsOfJson = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}

const emptied = 'This cannot be left empty.'

/** What Didit would refuse, by field. */
export function faultsOf(target: Target, fields: readonly CorrectionField[], now: Typed, typed: Typed): Record<string, string> {
  const parsed = correctionValues[target].safeParse(changesOf(target, fields, now, typed))
  if (parsed.success) return {}
  return Object.fromEntries(
    parsed.error.issues.map(({ path, message }) => {
      const key = path.join('.')
      return [key, (typed[key] ?? '').trim() === '' ? emptied : message]
    }),
  )
}
