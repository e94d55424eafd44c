import { RAW_KEY } from '@verdict/didit/wire/salvage'

export type JsonRecord = Readonly<Record<string, unknown>>

/*
 * Readers of JSON of unknown shape. The wire schemas set aside what does not fit, and what is set aside must be
 * shown all the same, so adapters take nothing for granted.
 */

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object, or an empty one. */
export function recordOf(value: unknown): JsonRecord {
  return isRecord(value) ? value : {}
}

/** The objects of a list; a single object counts as a list of one. */
export function recordsOf(value: unknown): JsonRecord[] {
  if (Array.isArray(value)) return value.filter(isRecord)
  return isRecord(value) ? [value] : []
}

/** Non-empty text, or null. Numbers are written out. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value
  return typeof value === 'number' ? String(value) : null
}

/** A whole number, also when it came as digits; otherwise null. */
export function integerOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null
}

/** The first non-empty text. */
export function firstText(...values: readonly unknown[]): string | null {
  for (const value of values) {
    const text = textOf(value)
    if (text !== null) return text
  }
  return null
}

function merge(value: unknown, kept: unknown): unknown {
  if (value === undefined || value === null) return kept
  if (Array.isArray(value)) return [...(value as unknown[]), ...(Array.isArray(kept) ? (kept as unknown[]) : [kept])]
  return value
}

/** The object as upstream sent it: what the client set aside under its raw key is back in its place. */
export function withRaw(value: JsonRecord): JsonRecord {
  const kept = value[RAW_KEY]
  if (!isRecord(kept)) return value
  const whole = new Map(Object.entries(value))
  whole.delete(RAW_KEY)
  for (const [key, raw] of Object.entries(kept)) whole.set(key, merge(whole.get(key), raw))
  return Object.fromEntries(whole)
}
