import type { Context } from 'hono'

const HEX = '[0-9a-fA-F]'
const LOWER = '[0-9a-f]'
const uuid = (hex: string): string => `${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}`

/** Route pattern of a session id in either case; a malformed one falls through to the HTML page. */
export const SESSION_ID = `:sessionId{${uuid(HEX)}}`

/** `generate-pdf` takes lower-case ids only. */
export const LOWER_SESSION_ID = `:sessionId{${uuid(LOWER)}}`

export const uuidParam = (name: string): string => `:${name}{${uuid(HEX)}}`

const UUID = new RegExp(`^${uuid(HEX)}$`)
export const isUuid = (text: string): boolean => UUID.test(text)

/** A path parameter, lower-cased: ids are compared in that form. */
export function idParam(c: Context, name: string): string {
  return (c.req.param(name) ?? '').toLowerCase()
}
