import { createHash } from 'node:crypto'
import { isRecord, type JsonRecord } from './json-read.ts'
import { isMediaUrl, mediaPath } from './media-url.ts'
import { remembered } from './remembered.ts'
import { isSecretKey } from './secret-fields.ts'
import { mediaHosts } from './shown-value.ts'

/** Of the envelope: what changes without anything being different about the applicant, much of it by mere reading. */
const volatileOutside = new Set(['reviews', 'activity_reviews', 'events', 'cost_breakdown', 'expires_at'])
/** The same, wherever it stands. */
const volatileAnywhere = new Set(['next_ongoing_monitoring_bill_date', 'kyc_notification_sent_at'])
const MAX_DEPTH = 400

/** The RFC 8785 form of what counts, in one pass: every case is hashed while somebody waits for it. */
function canonical(hosts: ReadonlySet<string>, key: string, value: unknown, depth: number): string {
  if (typeof value === 'string') return JSON.stringify((isMediaUrl(key, value, hosts) ? mediaPath(value) : value).toWellFormed())
  // JSON can write numbers that are none here, such as 1e999; they are told apart from null.
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : String(value)
  if (depth > MAX_DEPTH) return '"…"'
  if (Array.isArray(value)) return `[${value.map((item) => canonical(hosts, key, item, depth + 1)).join(',')}]`
  if (isRecord(value)) return canonicalRecord(hosts, value, depth)
  return typeof value === 'boolean' ? String(value) : 'null'
}

/** `"key":`, or null for what is no evidence wherever it stands. */
const nameOf = remembered((key) => (volatileAnywhere.has(key) || isSecretKey(key) ? null : `${JSON.stringify(key)}:`))

function canonicalRecord(hosts: ReadonlySet<string>, record: JsonRecord, depth: number): string {
  // Sorted by UTF-16 units, as RFC 8785 wants.
  const keys = Object.keys(record).sort()
  if (!keys.every((key) => key.isWellFormed())) return canonicalRecord(hosts, wellFormed(record), depth)
  let text = ''
  for (const key of keys) {
    const name = nameOf(key)
    const value = record[key]
    if (name === null || value === undefined || (depth === 0 && volatileOutside.has(key))) continue
    text += `${text === '' ? '' : ','}${name}${canonical(hosts, key, value, depth + 1)}`
  }
  return `{${text}}`
}

const wellFormed = (record: JsonRecord): JsonRecord =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key.toWellFormed(), value]))

/**
 * SHA-256 (hex) of the RFC 8785 form of a decision without links' queries, secrets and what mere reading changes:
 * equal for equal evidence, whatever the order of keys and however often the links are signed anew.
 */
export function evidenceHash(decision: unknown): string {
  return createHash('sha256')
    .update(canonical(mediaHosts(decision), '', decision, 0))
    .digest('hex')
}
