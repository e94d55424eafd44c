import type { Context } from 'hono'
import type { Json, JsonObject } from '../world/types.ts'
import { isObject } from '../json-value.ts'
import { DiditError, detail } from './didit-errors.ts'

/** The request body as an object; an empty body is `{}`. Anything else is the framework's 400. */
export async function jsonBody(c: Context): Promise<JsonObject> {
  const text = await c.req.text()
  if (text.trim() === '') return {}
  let value: Json
  try {
    value = parseJson(text)
  } catch {
    throw detail(400, 'JSON parse error - Expecting value: line 1 column 1 (char 0)')
  }
  if (isObject(value)) return value
  const type = Array.isArray(value) ? 'list' : value === null ? 'NoneType' : typeof value === 'string' ? 'str' : 'int'
  throw new DiditError(400, { non_field_errors: [`Invalid data. Expected a dictionary, but got ${type}.`] })
}

/** `JSON.parse` only ever returns JSON values. */
export function parseJson(text: string): Json {
  return JSON.parse(text) as Json
}
