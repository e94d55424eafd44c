import type { Json } from '@verdict/contract/json'
import { isRecord, withRaw } from './json-read.ts'
import { hostOf, isMediaKey, isMediaUrl, mediaRefOf } from './media-url.ts'
import { remembered } from './remembered.ts'
import { isSecretKey, withoutSecrets } from './secret-fields.ts'

/** Deeper than anything that people read; a guard against answers made to exhaust the stack. */
const MAX_DEPTH = 40

/** Objects whose keys are data, not names of ours: they keep their keys. */
const freeMaps = new Set([
  'extra_fields',
  'metadata',
  'properties',
  'validation',
  'groups',
  'raw_results',
  'extracted_data',
  'ocr_data',
  'registry_data',
  'user_provided_data',
  'source_data',
  'screened_data',
])

const snakeCase = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/

/** `place_of_birth` becomes `placeOfBirth`; what is not snake_case stays. */
export const camelCase = remembered((key) =>
  snakeCase.test(key) ? key.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()) : key,
)

/** A field for captures that holds something else is shown beside it, since its own place takes captures only. */
function nameFor(key: string, piece: Json): string {
  const name = camelCase(key)
  if (piece === null || Array.isArray(piece) || !isMediaKey(key)) return name
  return isRecord(piece) && typeof piece['mediaRef'] === 'string' ? name : `${name}Raw`
}

export interface Shown {
  value: Json
  /** Captures met on the way, in order. */
  refs: string[]
}

export interface ShownOptions {
  hosts: ReadonlySet<string>
  /** Keep the keys of the outermost object as upstream wrote them. */
  free?: boolean
}

/**
 * Turns a piece of a decision into what may be shown: our key names, captures as `{ mediaRef }`, no secrets, every
 * other field kept. Total: any JSON goes in.
 */
export function showValue(key: string, input: unknown, options: ShownOptions): Shown {
  const refs: string[] = []
  const text = (name: string, value: string): Json => {
    if (!isMediaUrl(name, value, options.hosts)) return withoutSecrets(value)
    const mediaRef = mediaRefOf(value)
    refs.push(mediaRef)
    return { mediaRef }
  }
  const walk = (name: string, value: unknown, free: boolean, depth: number): Json => {
    if (typeof value === 'string') return text(name, value)
    if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value
    if (Array.isArray(value)) return depth > MAX_DEPTH ? '…' : value.map((item) => walk(name, item, free, depth + 1))
    if (!isRecord(value)) return null
    if (depth > MAX_DEPTH) return '…'
    const shown = new Map<string, Json>()
    for (const [inner, item] of Object.entries(withRaw(value))) {
      if (inner === '__proto__' || isSecretKey(inner)) continue
      const piece = walk(inner, item, free || freeMaps.has(inner), depth + 1)
      const wanted = free ? inner : nameFor(inner, piece)
      shown.set(shown.has(wanted) ? inner : wanted, piece)
    }
    return Object.fromEntries(shown)
  }
  return { value: walk(key, input, options.free === true, 0), refs }
}

/** The hosts on which this decision keeps its captures. */
export function mediaHosts(decision: unknown): Set<string> {
  const hosts = new Set<string>()
  const walk = (key: string, value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH) return
    if (typeof value === 'string') {
      const host = isMediaKey(key) ? hostOf(value) : null
      if (host !== null) hosts.add(host)
    } else if (Array.isArray(value)) {
      for (const item of value) walk(key, item, depth + 1)
    } else if (isRecord(value)) {
      for (const [inner, item] of Object.entries(value)) walk(inner, item, depth + 1)
    }
  }
  walk('', decision, 0)
  return hosts
}
