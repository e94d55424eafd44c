import { z } from 'zod'
import { badCursor } from './sessions.errors.ts'

/** The last row that was given out of one kind, and where it stood. */
const Mark = z.object({ position: z.int().min(0).max(1e9), id: z.string().max(100), at: z.string().max(60) })
export type Mark = z.infer<typeof Mark>

const Cursor = z.object({
  v: z.literal(1),
  sort: z.enum(['newest', 'oldest']),
  user: Mark.nullable(),
  business: Mark.nullable(),
})
export type SessionCursor = z.infer<typeof Cursor>

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

/** Where the page before ended. A cursor of the other direction is refused. */
export function readCursor(text: string, sort: SessionCursor['sort']): SessionCursor {
  const cursor = parseCursor(text, Cursor)
  if (cursor.sort !== sort) throw badCursor()
  return cursor
}
