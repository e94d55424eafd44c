import { createHash } from 'node:crypto'
import type { CaseWarning } from '@verdict/contract/case'
import type { Json } from '@verdict/contract/json'
import type { FeatureKind } from '@verdict/contract/session'
import { severities } from '@verdict/contract/session'
import { kindOfWarning, readable } from './feature-names.ts'
import type { JsonRecord } from './json-read.ts'
import { firstText, isRecord, textOf, withRaw } from './json-read.ts'
import { withoutSecrets } from './secret-fields.ts'
import { showValue } from './shown-value.ts'

type Severity = CaseWarning['severity']

const severityOf = new Map<string, Severity>([
  ['error', 'declines'],
  ['warning', 'review'],
  ['information', 'information'],
])

export interface WarningSource {
  warnings: unknown
  feature: FeatureKind
  runId: string | null
  nodeId: string | null
}

/** Order of the severities: 0 is worst. */
export const severityRank = (severity: Severity): number => severities.indexOf(severity)

function entriesOf(value: unknown): JsonRecord[] {
  const list: unknown[] = Array.isArray(value) ? value : isRecord(value) ? [value] : []
  return list.flatMap((entry) => {
    if (isRecord(entry)) return [withRaw(entry)]
    const text = textOf(entry)
    return text === null ? [] : [{ risk: text }]
  })
}

const named = new Set(['feature', 'risk', 'code', 'additional_data', 'log_type', 'short_description', 'long_description', 'node_id'])

/** What a warning carries beside its texts, fields that we do not know included. */
function detailsOf(wire: JsonRecord, hosts: ReadonlySet<string>): Json {
  const further = Object.entries(wire).filter(([key, value]) => !named.has(key) && value !== null)
  const data = wire['additional_data'] ?? null
  if (further.length === 0) return showValue('additional_data', data, { hosts }).value
  const all = { ...(isRecord(data) ? data : data === null ? {} : { additional_data: data }), ...Object.fromEntries(further) }
  return showValue('additional_data', all, { hosts }).value
}

/** Lists the warnings of all runs, worst first. Ids stay the same while the evidence does. */
export function adaptWarnings(sources: readonly WarningSource[], hosts: ReadonlySet<string>): CaseWarning[] {
  const seen = new Map<string, number>()
  const all = sources.flatMap((source) =>
    entriesOf(source.warnings).map((wire): CaseWarning => {
      const code = firstText(wire['risk'], wire['code']) ?? 'UNKNOWN'
      const feature = kindOfWarning(textOf(wire['feature']) ?? '')
      const key = `${source.feature}|${source.runId}|${textOf(wire['node_id']) ?? source.nodeId}|${code}`
      const repeat = seen.get(key) ?? 0
      seen.set(key, repeat + 1)
      const details = detailsOf(wire, hosts)
      return {
        id: createHash('sha256').update(`${key}|${repeat}`).digest('hex').slice(0, 16),
        code,
        severity: severityOf.get(textOf(wire['log_type'])?.toLowerCase() ?? '') ?? 'unknown',
        title: withoutSecrets(firstText(wire['short_description']) ?? readable(code)),
        description: firstText(wire['long_description']) === null ? null : withoutSecrets(firstText(wire['long_description']) ?? ''),
        feature: source.feature === 'other' ? (feature ?? 'other') : source.feature,
        runId: source.runId,
        details,
      }
    }),
  )
  return all.toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity))
}
