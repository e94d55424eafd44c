import type { Context, TypedResponse } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'

/** Sends `body` through its contract: what the schema does not name does not leave the house. */
export function answer<S extends z.ZodType, C extends ContentfulStatusCode>(
  c: Context,
  schema: S,
  body: z.input<S>,
  status: C,
): Response & TypedResponse<z.output<S>, C, 'json'> {
  return typedJson(c.json(schema.parse(body) as object, status))
}

/** `c.json` cannot follow a generic schema. The body given to it was parsed by that schema one line above. */
function typedJson<T>(response: Response): T {
  return response as T
}
