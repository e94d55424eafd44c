import type { FeatureRun, FeatureSection } from '@verdict/contract/case'
import { moment, plural, score } from '../../../lib/format.ts'
import { showDay } from './day.ts'
import { fieldsOf, firstText, listText, numberOf } from './json-shape.ts'
import { livenessWay, scaled, wordsOf } from './words.ts'

export interface RunColumn {
  id: string
  word: string
  status: string | null
  warnings: number
}

export interface RunRow {
  label: string
  /** One text per run; null where the run has none. */
  cells: (string | null)[]
}

export interface RunComparison {
  columns: RunColumn[]
  /** Scores, time and number of tries. */
  figures: RunRow[]
  /** Fields that are not the same in every run. */
  differences: RunRow[]
  /** How many fields are the same. */
  same: number
}

interface Figure {
  label: string
  read: (run: FeatureRun) => string | null
}

const of100 = (value: number | null | undefined) => {
  const found = scaled(value)
  return found === null ? null : `${score(found)} of 100`
}

/** When a run took place: the kinds that tell it do so under different names. */
function whenOf(run: FeatureRun): string | null {
  const found = firstText(run.data, 'verifiedAt', 'completedAt', 'createdAt', 'updatedAt', 'timestamp')
  return found === null ? null : moment(found)
}

const figures: readonly Figure[] = [
  { label: 'When', read: whenOf },
  { label: 'Attempts', read: (run) => listText(run.data['verificationAttempts']) },
  { label: 'Way', read: (run) => (run.kind === 'liveness' && run.data.method !== null ? livenessWay(run.data.method) : null) },
  { label: 'Score', read: (run) => of100(numberOf(run.data['score'])) },
  {
    label: 'Quality, front',
    read: (run) => (run.kind === 'identityDocument' ? of100(run.data.frontImageQualityScore?.overallScore) : null),
  },
  {
    label: 'Quality, back',
    read: (run) => (run.kind === 'identityDocument' ? of100(run.data.backImageQualityScore?.overallScore) : null),
  },
  { label: 'Hits', read: (run) => (run.kind === 'aml' ? plural(run.data.hits.length, 'hit') : null) },
  {
    label: 'Duplicates',
    read: (run) => (Array.isArray(run.data['matches']) ? plural(run.data['matches'].length, 'match', 'matches') : null),
  },
]

const told = new Set(['status', 'nodeId', 'score', 'method', 'verificationAttempts', 'verifiedAt', 'createdAt', 'updatedAt', 'uuid', 'age'])

/** The fields of a run that fit on one line, by name. */
function plainFields(run: FeatureRun): Map<string, string> {
  const source = run.kind === 'nfc' ? fieldsOf(run.data.chipData) : run.data
  return new Map(
    Object.entries(source).flatMap(([key, value]): [string, string][] => {
      const text = told.has(key) || /url$/iu.test(key) ? null : listText(value)
      return text === null ? [] : [[key, /date|^expir/iu.test(key) ? showDay(text) : text]]
    }),
  )
}

const most = 12

/** The runs of one check beside each other; null when it ran once. */
export function compareRuns({ runs }: FeatureSection): RunComparison | null {
  if (runs.length < 2) return null
  const fields = runs.map(plainFields)
  const keys = [...new Set(fields.flatMap((field) => [...field.keys()]))]
  const rows = keys.map((key) => ({ label: wordsOf(key), cells: fields.map((field) => field.get(key) ?? null) }))
  const differences = rows.filter(({ cells }) => new Set(cells).size > 1)
  return {
    columns: runs.map((run, index) => ({ id: run.id, word: `Run ${index + 1}`, status: run.status, warnings: run.warningIds.length })),
    figures: figures
      .map(({ label, read }) => ({ label, cells: runs.map(read) }))
      .filter(({ cells }) => cells.some((cell) => cell !== null)),
    differences: differences.slice(0, most),
    same: rows.length - differences.length,
  }
}
