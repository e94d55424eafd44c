import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import type { z } from 'zod'
import { invalidInput } from './http.errors.ts'
import { markInput } from './route-facts.ts'

/** Parses one part of the request; what does not fit becomes a 422 that names each field. */
export function validate<Target extends 'json' | 'query' | 'param', Schema extends z.ZodType>(target: Target, schema: Schema) {
  const handler = zValidator(target satisfies keyof ValidationTargets, schema, (result) => {
    if (!result.success) throw invalidInput(result.error.issues)
  })
  markInput(handler, target, schema)
  return handler
}
