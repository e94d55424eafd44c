import type { z } from 'zod'
import { badCursor } from './sessions.errors.ts'

export function writeCursor(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** Parses any cursor of ours by its schema; 422 for anything else. */
export function parseCursor<T extends z.ZodType>(text: string, schema: T): z.output<T> {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch {
    throw badCursor()
  }
}
