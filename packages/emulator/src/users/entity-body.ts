import { isDate } from '../http/fields.ts'
import { FieldErrors } from '../http/fields.ts'
import { isObject } from '../json-value.ts'
import { ENTITY_STATUSES } from '../store/entity-store.ts'
import type { EntityStatus } from '../store/entity-store.ts'
import type { Json, JsonObject } from '../world/types.ts'

export interface EntityKindRules {
  texts: Readonly<Record<string, number>>
  dates: readonly string[]
  lists: readonly string[]
}

export const USER_RULES: EntityKindRules = {
  texts: { full_name: 512, display_name: 255 },
  dates: ['date_of_birth'],
  lists: ['approved_emails', 'approved_phones', 'issuing_states'],
}

export const BUSINESS_RULES: EntityKindRules = {
  texts: { legal_name: 512, display_name: 255, registration_number: 128, country_code: 2 },
  dates: [],
  lists: [],
}

export interface EntityBody {
  status: EntityStatus | undefined
  fields: Record<string, Json>
}

/** Words of a refused status: the calls differ. */
export type StatusWords = 'options' | 'choice'

export function readEntityStatus(value: Json | undefined, errors: FieldErrors, words: StatusWords): EntityStatus | undefined {
  if (value === undefined) return undefined
  const status = ENTITY_STATUSES.find((candidate) => candidate === value)
  if (status !== undefined) return status
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  errors.add(
    'status',
    words === 'choice' ? `"${text}" is not a valid choice.` : `Invalid status. Valid options are: ${ENTITY_STATUSES.join(', ')}`,
  )
  return undefined
}

/** The fields of a profile that a body sets; unknown ones are ignored. Throws one 400 with every fault. */
export function parseEntityBody(body: JsonObject, rules: EntityKindRules, words: StatusWords, errors = new FieldErrors()): EntityBody {
  const fields: Record<string, Json> = {}
  for (const [field, max] of Object.entries(rules.texts)) {
    const value = body[field]
    if (value === undefined) continue
    if (value !== null && typeof value !== 'string') errors.add(field, 'Not a valid string.')
    else if (value !== null && value.length > max) errors.add(field, `Ensure this field has no more than ${max} characters.`)
    else fields[field] = value
  }
  for (const field of rules.dates) {
    const value = body[field]
    if (value === undefined) continue
    if (value === null || (typeof value === 'string' && isDate(value))) fields[field] = value
    else errors.add(field, 'Date has wrong format. Use one of these formats instead: YYYY-MM-DD.')
  }
  for (const field of rules.lists) {
    const value = body[field]
    if (value === undefined) continue
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) fields[field] = value
    else errors.add(field, 'Expected a list of items but got type "str".')
  }
  const metadata = body['metadata']
  if (metadata !== undefined) {
    if (metadata === null || isObject(metadata)) fields['metadata'] = metadata ?? {}
    else errors.add('metadata', 'Metadata must be a JSON object.')
  }
  const status = readEntityStatus(body['status'], errors, words)
  errors.throwIfAny()
  return { status, fields }
}
