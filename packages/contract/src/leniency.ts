import { z } from 'zod'

/*
 * Leaves of feature data. Upstream may send null, nothing at all or another type than documented; none of
 * that may lose a value or break a screen, so a leaf bends what it gets into something that can be shown.
 */

function asText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return JSON.stringify(value)
}

function asNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'string' && value.trim() !== '') {
    const number = Number(value)
    return Number.isFinite(number) ? number : null
  }
  return null
}

function asFlag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  if (value === 'true') return true
  if (value === 'false') return false
  return null
}

/** A missing key counts as undefined, so that every leaf is present in what comes out. */
const anything = z.unknown().optional()

/** Whatever came, or null. */
export const Raw = anything.transform((value): unknown => value ?? null)
/** Text or null; other types are written out as text. */
export const Text = anything.transform(asText)
/** Finite number or null. */
export const Num = anything.transform(asNumber)
/** True, false or null (not known). */
export const Flag = anything.transform(asFlag)
/** List of texts; a single text becomes a list of one, anything else an empty list. */
export const Texts = anything.transform((value): string[] => {
  if (Array.isArray(value)) return value.map(asText).filter((item) => item !== null)
  return typeof value === 'string' && value !== '' ? [value] : []
})

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** List of objects of one shape; items that are not objects are left out. */
export function listOf<T extends z.ZodType>(item: T) {
  return anything.transform((value): unknown[] => (Array.isArray(value) ? value.filter(isObject) : [])).pipe(z.array(item))
}

/** Object of one shape, or null for anything that is not an object. */
export function objectOr<T extends z.ZodType>(shape: T) {
  return anything.transform((value): unknown => (isObject(value) ? value : null)).pipe(shape.nullable())
}
