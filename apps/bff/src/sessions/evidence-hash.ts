import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { isRecord } from './json-read.ts'
import { isMediaUrl, mediaPath } from './media-url.ts'
import { isSecretKey } from './secret-fields.ts'
import { mediaHosts } from './shown-value.ts'

/** Of the envelope: what changes without anything being different about the applicant, much of it by mere reading. */
const volatileOutside = new Set(['reviews', 'activity_reviews', 'events', 'cost_breakdown', 'expires_at'])
/** The same, wherever it stands. */
const volatileAnywhere = new Set(['next_ongoing_monitoring_bill_date', 'kyc_notification_sent_at'])
const MAX_DEPTH = 400

/**
 * SHA-256 (hex) of the RFC 8785 form of a decision without links' queries, secrets and what mere reading changes:
 * equal for equal evidence, whatever the order of keys and however often the links are signed anew.
 */
export function evidenceHash(decision: unknown): string {
  const hosts = mediaHosts(decision)
  const walk = (key: string, value: unknown, depth: number): unknown => {
    if (typeof value === 'string') return isMediaUrl(key, value, hosts) ? mediaPath(value) : value.toWellFormed()
    if (depth > MAX_DEPTH) return '…'
    if (Array.isArray(value)) return value.map((item) => walk(key, item, depth + 1))
    if (!isRecord(value)) return value ?? null
    const kept: [string, unknown][] = []
    for (const [inner, item] of Object.entries(value)) {
      const volatile = volatileAnywhere.has(inner) || (depth === 0 && volatileOutside.has(inner))
      if (item === undefined || volatile || isSecretKey(inner)) continue
      kept.push([inner.toWellFormed(), walk(inner, item, depth + 1)])
    }
    return Object.fromEntries(kept)
  }
  return createHash('sha256')
    .update(canonicalize(walk('', decision, 0)) ?? '')
    .digest('hex')
}
