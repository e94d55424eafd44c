import type { Decision as DiditDecision } from '@verdict/didit/wire/decision'
import type { SessionDetail } from '@verdict/contract/case'
import { featureLabel, readable } from './feature-names.ts'
import type { JsonRecord } from './json-read.ts'
import { isRecord, recordsOf, textOf } from './json-read.ts'
import type { AdaptedSession } from './session.adapt.ts'
import { adaptSession } from './session.adapt.ts'

const MAX_LINES = 40

type Runs = Map<string, { label: string; status: string | null; facts: Map<string, string>; hits: Map<string, string> }>

const shown = (value: string) => (value.length > 60 ? `${value.slice(0, 59)}…` : value)

/** The facts of a run by readable path; captures and warnings are told apart elsewhere. */
function factsOf(data: unknown): Map<string, string> {
  const facts = new Map<string, string>()
  const walk = (path: string[], value: unknown): void => {
    if (facts.size > 5000 || value === null || value === undefined) return
    if (Array.isArray(value)) value.forEach((item, index) => walk([...path, String(index + 1)], item))
    else if (isRecord(value)) {
      if ('mediaRef' in value) return
      for (const [key, item] of Object.entries(value)) if (!(path.length === 0 && key === 'hits')) walk([...path, key], item)
    } else
      facts.set(
        path.map((part) => readable(part.replaceAll(/([a-z])([A-Z])/g, '$1 $2'))).join(', '),
        typeof value === 'string' ? value : JSON.stringify(value),
      )
  }
  walk([], data)
  return facts
}

function hitsOf(data: JsonRecord): Map<string, string> {
  return new Map(
    recordsOf(data['hits']).map((hit, index) => [
      textOf(hit['id']) ?? String(index),
      `${textOf(hit['caption']) ?? 'without a name'}\n${textOf(hit['reviewStatus']) ?? 'Unreviewed'}`,
    ]),
  )
}

function runsOf(sections: SessionDetail['sections']): Runs {
  const runs: Runs = new Map()
  for (const section of sections) {
    for (const run of section.runs) {
      const data: JsonRecord = run.data
      const label = featureLabel(section.kind, section.raw)
      runs.set(`${section.raw}|${run.nodeId ?? run.id}`, { label, status: run.status, facts: factsOf(data), hits: hitsOf(data) })
    }
  }
  return runs
}

function compareFacts(label: string, before: Map<string, string>, after: Map<string, string>): string[] {
  const lines: string[] = []
  for (const [path, value] of after) {
    const was = before.get(path)
    if (was === undefined) lines.push(`${label}: ${path} is now ${shown(value)}`)
    else if (was !== value) lines.push(`${label}: ${path} is now ${shown(value)}, was ${shown(was)}`)
  }
  for (const path of before.keys()) if (!after.has(path)) lines.push(`${label}: ${path} is gone`)
  return lines
}

function compareHits(before: Map<string, string>, after: Map<string, string>): string[] {
  const lines: string[] = []
  for (const [id, hit] of after) {
    const [caption = '', state = ''] = hit.split('\n')
    const was = before.get(id)
    if (was === undefined) lines.push(`New watch-list hit: ${shown(caption)}`)
    else if (was !== hit) lines.push(`Watch-list hit ${shown(caption)} is now ${state}`)
  }
  for (const [id, hit] of before) if (!after.has(id)) lines.push(`Watch-list hit gone: ${shown(hit.split('\n')[0] ?? '')}`)
  return lines
}

function compareRuns(before: Runs, after: Runs): string[] {
  const lines: string[] = []
  for (const [key, run] of after) {
    const was = before.get(key)
    if (!was) {
      lines.push(`New: ${run.label}`, ...compareHits(new Map(), run.hits))
      continue
    }
    if (was.status !== run.status) lines.push(`${run.label} is now ${run.status ?? 'without a status'}, was ${was.status ?? 'without one'}`)
    lines.push(...compareHits(was.hits, run.hits), ...compareFacts(run.label, was.facts, run.facts))
  }
  for (const [key, run] of before) if (!after.has(key)) lines.push(`Gone: ${run.label}`)
  return lines
}

function compareLists(before: AdaptedSession, after: AdaptedSession): string[] {
  const refs = new Set(before.media.map(({ ref }) => ref))
  const now = new Set(after.media.map(({ ref }) => ref))
  const old = new Set(before.warnings.map(({ id }) => id))
  const current = new Set(after.warnings.map(({ id }) => id))
  const severity = new Map(before.warnings.map((warning) => [warning.id, warning.severity]))
  return [
    ...after.warnings.filter(({ id }) => !old.has(id)).map(({ title }) => `New warning: ${shown(title)}`),
    ...after.warnings
      .filter((warning) => severity.has(warning.id) && severity.get(warning.id) !== warning.severity)
      .map(({ title }) => `Warning weighs differently now: ${shown(title)}`),
    ...before.warnings.filter(({ id }) => !current.has(id)).map(({ title }) => `Warning gone: ${shown(title)}`),
    ...after.media.filter(({ ref }) => !refs.has(ref)).map(({ label }) => `New picture: ${label.toLowerCase()}`),
    ...before.media.filter(({ ref }) => !now.has(ref)).map(({ label }) => `Picture gone: ${label.toLowerCase()}`),
  ]
}

/** What is different between two readings of a decision, one readable line each, most important first. */
export function describeChanges(before: DiditDecision | undefined, after: DiditDecision): string[] {
  if (!before) return ['The evidence is not the one that was read']
  const [was, now] = [adaptSession(before, () => null), adaptSession(after, () => null)]
  const lines = [
    ...(was.status === now.status ? [] : [`Status is now ${now.status}, was ${was.status}`]),
    ...compareLists(was, now),
    ...compareRuns(runsOf(was.sections), runsOf(now.sections)),
    ...compareFacts('Expected', factsOf(was.expected), factsOf(now.expected)),
    ...compareFacts('Contact', factsOf(was.contact), factsOf(now.contact)),
    ...compareFacts('Further data', factsOf([was.metadata, was.unknown]), factsOf([now.metadata, now.unknown])),
  ]
  if (lines.length === 0) return ['Something in the evidence changed that is not shown']
  return lines.length > MAX_LINES ? [...lines.slice(0, MAX_LINES), `And ${lines.length - MAX_LINES} further changes`] : lines
}
