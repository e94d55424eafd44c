import type { Context } from 'hono'
import type { Json, JsonObject } from '../world/types.ts'

export interface Page {
  limit: number
  offset: number
}

function integer(text: string | undefined, least: number): number | undefined {
  if (text === undefined || !/^\d+$/.test(text)) return undefined
  const value = Number(text)
  return Number.isSafeInteger(value) && value >= least ? value : undefined
}

/** `limit` and `offset` of the query; what is not a sensible number counts as not sent. */
export function pageOf(c: Context, defaultLimit = 50): Page {
  return {
    limit: integer(c.req.query('limit'), 1) ?? defaultLimit,
    offset: integer(c.req.query('offset'), 0) ?? 0,
  }
}

function link(requestUrl: string, page: Page): string {
  const url = new URL(requestUrl)
  url.searchParams.set('limit', String(page.limit))
  if (page.offset > 0) url.searchParams.set('offset', String(page.offset))
  else url.searchParams.delete('offset')
  return url.toString()
}

/** Envelope `{count, next, previous, results}`; `total` decides `next`, `count` is what is told. */
export function envelope(c: Context, page: Page, told: { count: number; hasMore: boolean }, results: Json[]): JsonObject {
  const { limit, offset } = page
  return {
    count: told.count,
    next: told.hasMore ? link(c.req.url, { limit, offset: offset + limit }) : null,
    previous: offset > 0 ? link(c.req.url, { limit, offset: Math.max(0, offset - limit) }) : null,
    results,
  }
}

/** One page of a list that is held whole. */
export function paginate(c: Context, rows: readonly Json[], defaultLimit = 50): JsonObject {
  const page = pageOf(c, defaultLimit)
  const results = rows.slice(page.offset, page.offset + page.limit)
  return envelope(c, page, { count: rows.length, hasMore: page.offset + page.limit < rows.length }, results)
}
