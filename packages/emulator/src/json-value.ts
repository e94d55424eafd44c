import type { Json, JsonObject } from './world/types.ts'

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object under `key`, or undefined when it is anything else. */
export function objectAt(source: JsonObject, key: string): JsonObject | undefined {
  const value = source[key]
  return isObject(value) ? value : undefined
}

/** The objects of the array under `key`; an absent, null or other value is an empty list. */
export function objectsAt(source: JsonObject, key: string): JsonObject[] {
  const value = source[key]
  return Array.isArray(value) ? value.filter(isObject) : []
}

export function textAt(source: JsonObject, key: string): string | null {
  const value = source[key]
  return typeof value === 'string' && value !== '' ? value : null
}

/** A copy in which every string went through `change`; keys and order stay. */
export function mapStrings(value: Json, change: (text: string) => Json): Json {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change))
  if (value === null || typeof value !== 'object') return value
  return mapObjectStrings(value, change)
}

export function mapObjectStrings(value: JsonObject, change: (text: string) => Json): JsonObject {
  const copy: JsonObject = {}
  for (const [key, item] of Object.entries(value)) copy[key] = mapStrings(item, change)
  return copy
}

export function equalJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, position) => equalJson(item, b[position]))
  }
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => equalJson(a[key], b[key]))
}

/** The word or number under `key` as text; anything else is `fallback`. */
export function wordAt(source: JsonObject, key: string, fallback = ''): string {
  const value = source[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : fallback
}
