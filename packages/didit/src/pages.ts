import { z } from 'zod'

export interface Paging {
  limit?: number | undefined
  offset?: number | undefined
}

/** An envelope of any page schema that also takes the bare array some older answers have. */
export const asPage = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((body) => (Array.isArray(body) ? { count: body.length, next: null, previous: null, results: body } : body), schema)

/** The offset in an envelope's `next`; null at the end. The URL itself is not for following. */
export const nextOffset = (page: { next?: string | null | undefined }): number | null => {
  const offset = /[?&]offset=(\d{1,9})(?:&|$)/.exec(page.next ?? '')?.[1]
  return offset === undefined ? null : Number(offset)
}
