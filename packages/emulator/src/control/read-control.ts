import type { Context } from 'hono'
import { z } from 'zod'
import { DiditError } from '../http/didit-errors.ts'

/** The body of a control call through its schema; throws a 400 that names every fault. */
export async function readControl<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  const text = await c.req.text()
  let value: unknown
  try {
    value = text.trim() === '' ? {} : JSON.parse(text)
  } catch (cause) {
    throw new DiditError(400, { error: `The body is not JSON: ${cause instanceof Error ? cause.message : 'unreadable'}.` })
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new DiditError(400, { error: z.prettifyError(parsed.error) })
}
