import type { FeatureRun, FeatureSection } from '@verdict/contract/case'
import type { Json } from '@verdict/contract/json'
import type { MediaItem } from '@verdict/contract/media'
import type { FeatureKind } from '@verdict/contract/session'
import { featureNames, namesOfArray, namesOfFeature } from './feature-names.ts'
import type { JsonRecord } from './json-read.ts'
import { isRecord, textOf, withRaw } from './json-read.ts'
import { adaptMedia } from './media.adapt.ts'
import { showValue } from './shown-value.ts'
import { adaptStatus } from './status.adapt.ts'
import type { WarningSource } from './warnings.adapt.ts'

/** Top-level fields of a decision that have their own place in the answer, or none in it on purpose. */
const envelope = new Set([
  'session_id',
  'session_kind',
  'session_number',
  'session_url',
  'session_token',
  'status',
  'environment',
  'workflow_id',
  'features',
  'vendor_data',
  'metadata',
  'expected_details',
  'contact_details',
  'callback',
  'reviews',
  'warnings',
  'created_at',
  'expires_at',
])

export interface AdaptedRun {
  run: FeatureRun
  wire: JsonRecord
}

export interface AdaptedSections {
  sections: FeatureSection[]
  runs: AdaptedRun[]
  media: MediaItem[]
  warnings: WarningSource[]
  unknown: Record<string, Json>
}

interface RawSection {
  kind: FeatureKind
  raw: string
  items: JsonRecord[]
}

/** Contract keeps the three places of an IP analysis together; upstream has them beside the other fields. */
function gatherPlaces(data: { [key: string]: Json }): { [key: string]: Json } {
  if (data['locationsInfo'] !== undefined) return data
  const { ip, idDocument, poaDocument, ...rest } = data
  const places: { [key: string]: Json } = {}
  for (const [name, place] of Object.entries({ ip, idDocument, poaDocument })) {
    if (place !== undefined && place !== null) places[name] = place
  }
  return Object.keys(places).length === 0 ? rest : { ...rest, locationsInfo: places }
}

function adaptData(kind: FeatureKind, raw: string, wire: JsonRecord, hosts: ReadonlySet<string>): Json {
  const { node_id, status, warnings, ...rest } = wire
  const odd: Record<string, unknown> = {}
  if (isRecord(status) || Array.isArray(status)) odd['status'] = status
  if (isRecord(node_id) || Array.isArray(node_id)) odd['node_id'] = node_id
  if (typeof warnings === 'number' || typeof warnings === 'boolean') odd['warnings'] = warnings
  const data = showValue(raw, { ...rest, ...odd }, { hosts }).value
  const shown = isRecord(data) ? data : {}
  return kind === 'ipAnalysis' ? gatherPlaces(shown) : shown
}

/**
 * The contract's leaf schemas bend whatever stands in `data` into shape when the answer leaves, so a run of any kind
 * may be built from any object here.
 */
function asRun(run: {
  kind: FeatureKind
  id: string
  nodeId: string | null
  status: string | null
  mediaRefs: string[]
  data: Json
}): FeatureRun {
  return { ...run, warningIds: [] as string[] } as FeatureRun
}

/** Splits one top-level value into the objects that are runs and what is left over. */
function splitValue(value: unknown, known: boolean): { items: JsonRecord[]; rest: unknown } {
  if (isRecord(value)) return known ? { items: [withRaw(value)], rest: undefined } : { items: [], rest: value }
  if (!Array.isArray(value)) return { items: [], rest: value ?? undefined }
  const records = value.filter(isRecord).map(withRaw)
  const isFeature = known || records.some((item) => 'node_id' in item || 'status' in item)
  if (!isFeature) return { items: [], rest: value }
  const others: unknown[] = value.filter((item) => !isRecord(item) && item !== null)
  return { items: records, rest: others.length > 0 ? others : undefined }
}

/** The names of the checks in the workflow, in its order. */
export function featureWords(wire: JsonRecord): string[] {
  const list: unknown[] = Array.isArray(wire['features']) ? wire['features'] : []
  return list.flatMap((item) => textOf(isRecord(item) ? item['feature'] : item) ?? [])
}

/** Sections without runs for checks of the workflow that have not run yet. */
function planned(words: readonly string[], present: readonly RawSection[]): RawSection[] {
  const kinds = new Set(present.map((section) => section.kind))
  return words.flatMap((word) => {
    const names = namesOfFeature(word)
    if (!names) return present.some((section) => section.raw === word) ? [] : [{ kind: 'other' as const, raw: word, items: [] }]
    // Age is estimated by the liveness check and shown there.
    if (kinds.has(names.kind) || (names.kind === 'ageEstimation' && kinds.has('liveness'))) return []
    kinds.add(names.kind)
    return [{ kind: names.kind, raw: names.array, items: [] }]
  })
}

function inOrder(sections: RawSection[], words: readonly string[]): RawSection[] {
  const workflow = words.map((word) => namesOfFeature(word)?.array ?? word)
  const table: readonly string[] = featureNames.map((names) => names.array)
  const place = (raw: string): number => {
    const inWorkflow = workflow.indexOf(raw)
    if (inWorkflow >= 0) return inWorkflow
    const inTable = table.indexOf(raw)
    return workflow.length + (inTable >= 0 ? inTable : table.length)
  }
  return sections.toSorted((a, b) => place(a.raw) - place(b.raw))
}

/** Turns every array of a decision into sections, known or not, and keeps the rest under `unknown`. */
export function adaptSections(input: JsonRecord, hosts: ReadonlySet<string>): AdaptedSections {
  const wire = withRaw(input)
  const words = featureWords(wire)
  const out: AdaptedSections = { sections: [], runs: [], media: [], warnings: [], unknown: {} }
  const raw: RawSection[] = []
  const unknown = new Map<string, Json>()
  const loose: MediaItem[] = []
  for (const [key, value] of Object.entries(wire)) {
    if (envelope.has(key) || key === '__proto__') continue
    const names = namesOfArray(key)
    const { items, rest } = splitValue(value, names !== undefined)
    if (items.length > 0) raw.push({ kind: names?.kind ?? 'other', raw: key, items })
    if (rest === undefined) continue
    const shown = showValue(key, { [key]: rest }, { hosts, free: false }).value
    const left = isRecord(shown) ? Object.values(shown)[0] : undefined
    if (left === undefined) continue
    unknown.set(key, left)
    loose.push(...adaptMedia(key, rest, { feature: 'other', runId: null, hosts }))
  }
  out.unknown = Object.fromEntries(unknown)

  const counters = new Map<FeatureKind, number>()
  for (const section of inOrder([...raw, ...planned(words, raw)], words)) {
    const runs = section.items.map((item): FeatureRun => {
      const number = (counters.get(section.kind) ?? 0) + 1
      counters.set(section.kind, number)
      const id = `${section.kind}-${number}`
      const { warnings, ...shown } = item
      const media = adaptMedia(section.raw, shown, { feature: section.kind, runId: id, hosts })
      const status = textOf(item['status'])
      const nodeId = textOf(item['node_id'])
      const run = asRun({
        id,
        kind: section.kind,
        nodeId,
        status: status === null ? null : adaptStatus(status),
        mediaRefs: media.map(({ ref }) => ref),
        data: adaptData(section.kind, section.raw, item, hosts),
      })
      out.media.push(...media)
      out.warnings.push({ warnings, feature: section.kind, runId: id, nodeId })
      out.runs.push({ run, wire: item })
      return run
    })
    out.sections.push({ kind: section.kind, raw: section.raw, runs })
  }
  out.media.push(...loose)
  return out
}
