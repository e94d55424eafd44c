import { createHash } from 'node:crypto'
import type { Decision as DiditDecision } from '@verdict/didit/wire/decision'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { isRecord, recordsOf, textOf, type JsonRecord } from '../sessions/json-read.ts'
import { adaptSession } from '../sessions/session.adapt.ts'

const Field = z.object({ print: z.string(), text: z.string().nullable() })

/** What one hit said; `reviewed` when this is what somebody judged, else what somebody read. */
export const HitEntry = z.object({
  nodeId: z.string().nullable(),
  hitId: z.string(),
  print: z.string(),
  fields: z.record(z.string(), Field),
  at: z.number(),
  by: z.object({ id: z.string(), name: z.string() }),
  reviewed: z.boolean(),
})
export type HitEntry = z.infer<typeof HitEntry>
export type HitPrint = Pick<HitEntry, 'nodeId' | 'hitId' | 'print' | 'fields'>

/** Every screening moves these, or we do; none says anything new about the person. `score` is the 0–1 twin. */
const quiet = new Set(['id', 'reviewStatus', 'lastSeen', 'score', 'mediaRefs'])
/** Their fields are told one by one. */
const opened = new Set(['properties', 'scoreBreakdown'])
const LONGEST_TEXT = 160

const digest = (value: unknown) =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex')
    .slice(0, 32)

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

function shortText(value: unknown): string | null {
  const texts = (Array.isArray(value) ? value : [value]).map((item) => (typeof item === 'boolean' ? (item ? 'Yes' : 'No') : textOf(item)))
  if (texts.includes(null)) return null
  const text = texts.join(', ')
  return text.length > LONGEST_TEXT ? null : text
}

function flat(hit: JsonRecord): [string, unknown][] {
  return Object.entries(hit)
    .filter(([key]) => !quiet.has(key))
    .flatMap(([key, value]): [string, unknown][] =>
      opened.has(key) && isRecord(value) ? Object.entries(value).map(([inner, item]) => [`${key}.${inner}`, item]) : [[key, value]],
    )
    .filter(([, value]) => !isNothing(value))
}

function printOf(nodeId: string | null, hitId: string, hit: JsonRecord): HitPrint {
  const fields = Object.fromEntries(flat(hit).map(([path, value]) => [path, { print: digest(value), text: shortText(value) }]))
  return { nodeId, hitId, fields, print: digest(Object.fromEntries(Object.entries(fields).map(([path, field]) => [path, field.print]))) }
}

/** The hits of a decision by our field names. Links' signatures and the order of keys change no print. */
export function hitPrints(wire: DiditDecision): HitPrint[] {
  const runs = adaptSession(wire, () => null).sections.flatMap((section) => section.runs.filter((run) => run.kind === 'aml'))
  return runs.flatMap((run) => {
    const data: JsonRecord = run.data
    return recordsOf(data['hits']).flatMap((hit) => {
      const hitId = textOf(hit['id'])
      return hitId === null ? [] : [printOf(run.nodeId, hitId, hit)]
    })
  })
}

export const keyOfHit = ({ nodeId, hitId }: Pick<HitPrint, 'nodeId' | 'hitId'>): string => JSON.stringify([nodeId, hitId])
