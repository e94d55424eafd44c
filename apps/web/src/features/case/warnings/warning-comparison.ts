import type { CaseWarning, SessionDetail } from '@verdict/contract/case'
import { showDay } from '../model/day.ts'
import { chipOf, type ComparedField, compareSources, formOf } from '../model/sources.ts'

const fieldsByCode: readonly (readonly [RegExp, readonly string[]])[] = [
  [/NAME/u, ['firstName', 'lastName', 'fullName']],
  [/DOB|DATE_OF_BIRTH|AGE_/u, ['dateOfBirth']],
  [/GENDER/u, ['gender']],
  [/NATIONALITY/u, ['nationality']],
  [/IDENTIFICATION_NUMBER|PERSONAL_NUMBER/u, ['personalNumber', 'documentNumber']],
  [/DOCUMENT_NUMBER/u, ['documentNumber']],
  [/EXPIR/u, ['expirationDate']],
  [/ADDRESS/u, ['address']],
  [/DATA_INCONSISTENT|NOT_SAME|DATA_MISMATCH/u, []],
]

export interface WarningComparison {
  fields: { key: string; label: string }[]
  rows: { source: 'Document' | 'Form' | 'Chip'; cells: (string | null)[] }[]
}

const wanted = (code: string) => fieldsByCode.find(([pattern]) => pattern.test(code))?.[1]

/** The readings that a warning about data speaks of, source by source; null when there is nothing to set side by side. */
export function comparisonOf(session: SessionDetail, warning: CaseWarning): WarningComparison | null {
  if (warning.feature !== 'identityDocument' && warning.feature !== 'nfc') return null
  const keys = wanted(warning.code)
  const documents = session.sections.flatMap((section) => section.runs.flatMap((run) => (run.kind === 'identityDocument' ? [run] : [])))
  const run = documents.find((document) => document.id === warning.runId) ?? documents[0]
  if (!keys || !run) return null
  const all = compareSources({ document: run.data, form: formOf(session), chip: chipOf(session, run) })
  const fields =
    keys.length === 0
      ? all.filter((field) => field.agreement !== null && field.agreement !== 'same').slice(0, 4)
      : all.filter((field) => keys.includes(field.key))
  const told = fields.filter((field) => field.document ?? field.form ?? field.chip)
  if (told.length === 0) return null
  const show = (field: ComparedField, value: string | null) => (value !== null && field.day ? showDay(value) : value)
  const rows = [
    { source: 'Document' as const, cells: told.map((field) => show(field, field.document)) },
    { source: 'Form' as const, cells: told.map((field) => show(field, field.form)) },
    { source: 'Chip' as const, cells: told.map((field) => show(field, field.chip)) },
  ].filter((row) => row.source === 'Document' || row.cells.some((cell) => cell !== null))
  return { fields: told.map(({ key, label }) => ({ key, label })), rows }
}
