import { zValidator } from '@hono/zod-validator'
import type { MiddlewareHandler } from 'hono'
import type { z } from 'zod'
import type { AppEnv } from './app-env.ts'
import { invalidInput } from './http.errors.ts'
import { markInput } from './route-facts.ts'

type Target = 'json' | 'query' | 'param'

/** What the handler gets by `c.req.valid`, and what the typed client must send. */
type Validated<T extends Target, Schema extends z.ZodType> = MiddlewareHandler<
  AppEnv,
  string,
  { in: { [K in T]: z.input<Schema> }; out: { [K in T]: z.output<Schema> } }
>

/** Parses one part of the request; what does not fit becomes a 422 that names each field. */
export function validate<const T extends Target, Schema extends z.ZodType>(target: T, schema: Schema): Validated<T, Schema> {
  const handler: MiddlewareHandler = zValidator(target, schema, (result) => {
    if (!result.success) throw invalidInput(result.error.issues)
  })
  markInput(handler, target, schema)
  return typed(handler)
}

/** The validator's own types widen a generic target to all targets. The handler parses exactly this one, by this schema. */
function typed<T extends Target, Schema extends z.ZodType>(handler: MiddlewareHandler): Validated<T, Schema> {
  return handler as Validated<T, Schema>
}
