import { z } from 'zod'

/**
 * The small alphabet of the wire schemas. Everything may be missing or null: a scoped key, a restricted
 * workflow or a step that has not run yet blanks any field. Only ids and statuses are required, where named.
 */
export const text = z.string().nullish()
export const number = z.number().nullish()
export const flag = z.boolean().nullish()
/** A figure that Didit sends as a number in one place and as a string in another. */
export const scalar = z.union([z.string(), z.number()]).nullish()
export const texts = z.array(z.string()).nullish()
/** An object whose keys are not ours to know. */
export const map = z.record(z.string(), z.unknown()).nullish()
/** Any JSON at all. */
export const anything = z.unknown().optional()

/** An object that keeps the fields it does not name. */
export const loose = z.looseObject

export const list = <Item extends z.ZodType>(item: Item) => z.array(item).nullish()

/** Page envelope of every paginated list. `next` holds an absolute upstream URL: read it with `nextOffset`. */
export const page = <Row extends z.ZodType>(row: Row) => loose({ count: number, next: text, previous: text, results: z.array(row) })
