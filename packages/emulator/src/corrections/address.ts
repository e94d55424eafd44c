import type { FieldErrors } from '../http/fields.ts'
import { isObject, textAt } from '../json-value.ts'
import type { JsonObject } from '../world/types.ts'

const KEYS = ['address_type', 'city', 'region', 'street_1', 'street_2', 'postal_code', 'country']

/** A structured address to merge: a value sets a key, null removes it. Undefined when absent or refused. */
export function readAddress(body: JsonObject, field: string, errors: FieldErrors): JsonObject | null | undefined {
  const value = body[field]
  if (value === undefined || value === null) return value
  if (!isObject(value)) {
    errors.add(field, 'This field must be a JSON object.')
    return undefined
  }
  const wrong: JsonObject = {}
  for (const key of Object.keys(value)) {
    if (!KEYS.includes(key)) wrong[key] = `Unsupported key. Allowed keys: ${KEYS.join(', ')}`
  }
  const country = value['country']
  if (country !== undefined && country !== null && (typeof country !== 'string' || !/^[A-Za-z]{2}$/.test(country))) {
    wrong['country'] = 'Invalid ISO 3166-1 alpha-2 country code.'
  }
  if (Object.keys(wrong).length > 0) {
    errors.nest(field, wrong)
    return undefined
  }
  return typeof country === 'string' ? { ...value, country: country.toUpperCase() } : value
}

/** The merged address with its one-line form written anew. */
export function mergeAddress(current: JsonObject | undefined, change: JsonObject | null): JsonObject | null {
  if (change === null) return null
  const merged: JsonObject = { ...current }
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete merged[key]
    else merged[key] = value
  }
  merged['formatted_address'] = formatted(merged)
  return merged
}

export function formatted(address: JsonObject): string {
  return ['street_1', 'street_2', 'city', 'region', 'postal_code', 'country'].flatMap((key) => textAt(address, key) ?? []).join(', ')
}

/** Extras merge key by key; null or an empty text deletes; a null whole clears. */
export function mergeExtras(current: JsonObject | undefined, change: JsonObject | null): JsonObject {
  if (change === null) return {}
  const merged: JsonObject = { ...current }
  for (const [key, value] of Object.entries(change)) {
    if (value === null || value === '') delete merged[key]
    else merged[key] = value
  }
  return merged
}

export function readAlpha3(body: JsonObject, field: string, errors: FieldErrors): string | null | undefined {
  const value = body[field]
  if (value === undefined || value === null) return value
  if (typeof value === 'string' && /^[A-Za-z]{3}$/.test(value) && !/^(XXX|ZZZ)$/i.test(value)) return value.toUpperCase()
  errors.add(field, `Invalid ISO 3166-1 alpha-3 country code for ${field}.`)
  return undefined
}
