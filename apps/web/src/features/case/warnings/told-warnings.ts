import type { CaseWarning, SessionDetail } from '@verdict/contract/case'
import { featureWord } from '../../../ui/feature-vocabulary.ts'
import { wordsOf } from '../model/words.ts'
import { entryOf, type RiskBook } from './catalogue.store.ts'
import type { RiskEntry } from './catalogue/risk-entry.types.ts'

/** One warning as the page says it. */
export interface ToldWarning {
  /** Our short title, or Didit's where we have none. */
  title: string
  /** Null when the code is not in the catalogue: Didit's own texts stand alone then. */
  entry: RiskEntry | null
  /** "Face match 2 of 2"; without the count when there is one run. Null when the run is not known. */
  check: string | null
  /** What tells it from others of the same code: "face match 2 of 2"; null when it is the only one. */
  apart: string | null
}

export type ToldWarnings = Readonly<Record<string, ToldWarning>>

function placesOf(session: SessionDetail) {
  const places = new Map<string, { word: string; inLine: string }>()
  for (const { kind, raw, runs } of session.sections) {
    const { word, inLine } = featureWord(kind, raw)
    for (const [index, run] of runs.entries()) {
      const count = runs.length > 1 ? ` ${index + 1} of ${runs.length}` : ''
      places.set(run.id, { word: `${word}${count}`, inLine: `${inLine}${count}` })
    }
  }
  return places
}

const titleOf = (warning: CaseWarning) => warning.title.trim() || wordsOf(warning.code)

/** Says every warning in our words where we have some, and keeps those of one code apart by their run. */
export function tellWarnings(session: SessionDetail, book: RiskBook | null): ToldWarnings {
  const places = placesOf(session)
  const titled = session.warnings.map((warning) => {
    const entry = entryOf(book, warning)
    return { warning, entry, title: entry?.title ?? titleOf(warning), place: places.get(warning.runId ?? '') ?? null }
  })
  return Object.fromEntries(
    titled.map(({ warning, entry, title, place }) => {
      const alike = titled.filter((other) => other.title === title)
      const here = alike.filter((other) => other.warning.runId === warning.runId)
      const nth = here.length > 1 ? `remark ${here.findIndex((other) => other.warning === warning) + 1} of ${here.length}` : null
      const runs = alike.length > here.length ? (place?.inLine ?? null) : null
      const apart = [runs, nth].filter((part) => part !== null).join(', ')
      return [warning.id, { title, entry, check: place?.word ?? null, apart: apart === '' ? null : apart }]
    }),
  )
}
