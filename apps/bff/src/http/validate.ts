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
    const place = placeOfNul(result.data)
    if (place !== undefined) throw invalidInput([{ path: place, message: 'It holds a NUL character, which no text may. Type it anew.' }])
  })
  markInput(handler, target, schema)
  return typed(handler)
}

/** Where a text has the one character that PostgreSQL keeps in no text; undefined when none has. */
function placeOfNul(value: unknown, place: readonly string[] = []): readonly string[] | undefined {
  if (typeof value === 'string') return value.includes('\0') ? place : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const found = key.includes('\0') ? place : placeOfNul(inner, [...place, key])
    if (found !== undefined) return found
  }
  return undefined
}

/** The validator's own types widen a generic target to all targets. The handler parses exactly this one, by this schema. */
function typed<T extends Target, Schema extends z.ZodType>(handler: MiddlewareHandler): Validated<T, Schema> {
  return handler as Validated<T, Schema>
}
