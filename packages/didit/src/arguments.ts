import { DiditInvalidArgumentError } from './errors.ts'

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Lower-cases a UUID. Didit answers a malformed or upper-case one with a web page instead of JSON. */
export const uuid = (argument: string, value: string): string => {
  const lower = value.trim().toLowerCase()
  if (!uuidPattern.test(lower)) throw new DiditInvalidArgumentError(argument, 'a UUID')
  return lower
}

/** Encodes free text as one path segment. Dot segments would be resolved away and address another resource. */
export const segment = (argument: string, value: string): string => {
  if (value === '' || value === '.' || value === '..' || value.length > 1024 || !value.isWellFormed()) {
    throw new DiditInvalidArgumentError(argument, 'text of 1 to 1024 characters that can stand in a path')
  }
  return encodeURIComponent(value)
}

/** Refuses an empty list, which Didit would answer with a 400 that costs budget. */
export const atLeastOne = <T>(argument: string, values: readonly T[]): readonly T[] => {
  if (values.length === 0) throw new DiditInvalidArgumentError(argument, 'a list with at least one item')
  return values
}

export type QueryValue = string | number | boolean | readonly string[] | null | undefined
export type Query = Readonly<Record<string, QueryValue>>

/** Writes a query string with its `?`; empty values are left out, lists are joined by commas. */
export const queryString = (query: Query | undefined): string => {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null) continue
    const written = typeof value === 'object' ? value.join(',') : String(value)
    if (written !== '') params.set(key, written)
  }
  const written = params.toString()
  return written === '' ? '' : `?${written}`
}

/** Drops undefined members, so that a partial change sends only what it names. */
export const defined = (body: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
