import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** RFC 8785 text of a JSON value. Throws on what JSON cannot say. */
export function canonicalText(entry: unknown): string {
  const text = canonicalize(entry)
  if (text === undefined) throw new TypeError('only JSON values can be entered')
  return text
}

/** RFC 6962 leaf hash, hex: SHA-256 over a zero byte and the entry's canonical bytes. */
export function leafHash(canonical: string): string {
  return createHash('sha256').update(Uint8Array.of(0)).update(canonical, 'utf8').digest('hex')
}
