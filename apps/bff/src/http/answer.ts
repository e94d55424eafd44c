import type { Context, TypedResponse } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import type { Finished } from '../lib/finished.ts'

/** Sends `body` through its contract: what the schema does not name does not leave the house. */
export function answer<S extends z.ZodType, C extends ContentfulStatusCode>(
  c: Context,
  schema: S,
  body: z.input<S>,
  status: C,
): Response & TypedResponse<z.output<S>, C, 'json'> {
  return typedJson(c.json(schema.parse(body) as object, status))
}

/** Sends what passed its contract before. */
export function answerFinished<T, C extends ContentfulStatusCode>(
  c: Context,
  finished: Finished<T>,
  status: C,
): Response & TypedResponse<T, C, 'json'> {
  return typedJson(c.body(finished.bytes, status, { 'content-type': 'application/json' }))
}

/** `c.json` cannot follow a generic schema. The body given to it was parsed by that schema before. */
function typedJson<T>(response: Response): T {
  return response as T
}
