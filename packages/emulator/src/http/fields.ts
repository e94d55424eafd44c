import type { Json, JsonObject } from '../world/types.ts'
import { DiditError } from './didit-errors.ts'

/** Collects field errors in the framework's words, then throws them together. */
export class FieldErrors {
  readonly #errors: JsonObject = {}

  add(field: string, text: string): void {
    const known = this.#errors[field]
    if (Array.isArray(known)) known.push(text)
    else this.#errors[field] = [text]
  }

  nest(field: string, value: Json): void {
    this.#errors[field] = value
  }

  asJson(): JsonObject {
    return this.#errors
  }

  throwIfAny(): void {
    if (Object.keys(this.#errors).length > 0) throw new DiditError(400, this.#errors)
  }
}

export const REQUIRED = 'This field is required.'
const NULL = 'This field may not be null.'
const DATE = 'Date has wrong format. Use one of these formats instead: YYYY-MM-DD.'

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

interface TextRule {
  nullable?: boolean
  max?: number
}

/** Reads a string field; undefined when absent or wrong (the error is noted). */
export function readText(body: JsonObject, field: string, errors: FieldErrors, rule: TextRule = {}): string | null | undefined {
  const value = body[field]
  if (value === undefined) return undefined
  if (value === null) {
    if (rule.nullable === true) return null
    errors.add(field, NULL)
    return undefined
  }
  if (typeof value !== 'string' && typeof value !== 'number') {
    errors.add(field, 'Not a valid string.')
    return undefined
  }
  const text = String(value)
  if (rule.max !== undefined && text.length > rule.max) {
    errors.add(field, `Ensure this field has no more than ${rule.max} characters.`)
    return undefined
  }
  return text
}

export function readDate(body: JsonObject, field: string, errors: FieldErrors, nullable = true): string | null | undefined {
  const value = body[field]
  if (value === undefined) return undefined
  if (value === null && nullable) return null
  if (typeof value === 'string' && isDate(value)) return value
  errors.add(field, value === null ? NULL : DATE)
  return undefined
}

export function readChoice(
  body: JsonObject,
  field: string,
  choices: readonly string[],
  errors: FieldErrors,
  rule: { nullable?: boolean; required?: boolean } = {},
): string | null | undefined {
  const value = body[field]
  if (value === undefined) {
    if (rule.required === true) errors.add(field, REQUIRED)
    return undefined
  }
  if (value === null && rule.nullable === true) return null
  if (typeof value === 'string' && choices.includes(value)) return value
  errors.add(field, value === null ? NULL : `"${typeof value === 'string' ? value : JSON.stringify(value)}" is not a valid choice.`)
  return undefined
}

export function readBoolean(body: JsonObject, field: string, errors: FieldErrors): boolean | undefined {
  const value = body[field]
  if (value === undefined) return undefined
  if (value === true || value === 'true' || value === 1) return true
  if (value === false || value === 'false' || value === 0) return false
  errors.add(field, value === null ? NULL : 'Must be a valid boolean.')
  return undefined
}
