import canonicalize from 'canonicalize'

/** A value that JSON can hold exactly. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

const encoder = new TextEncoder()

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** The path of the first thing JSON could not hold, or undefined. Keeps its own stack: depth is the writer's to choose. */
const firstOddity = (root: unknown): string | undefined => {
  const stack: { value: unknown; path: string }[] = [{ value: root, path: '$' }]
  const seen = new Set<object>()
  for (let node = stack.pop(); node; node = stack.pop()) {
    const { value, path } = node
    if (typeof value === 'object' && value !== null) {
      // Looking once at each object is enough, and ends on a cycle, which the writer refuses itself.
      if (seen.has(value)) continue
      seen.add(value)
    }
    if (value === null || typeof value === 'boolean') continue
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) return path
    } else if (typeof value === 'string') {
      if (!value.isWellFormed()) return path
    } else if (typeof value !== 'object') {
      return path
    } else if (Array.isArray(value)) {
      // Array.from shows holes as undefined, which canonicalize would write as null.
      for (const [index, item] of Array.from(value).entries()) stack.push({ value: item, path: `${path}[${index}]` })
    } else {
      if (!isPlain(value) || Object.getOwnPropertySymbols(value).length > 0) return path
      for (const [key, item] of Object.entries(value)) {
        if (!key.isWellFormed()) return path
        stack.push({ value: item, path: `${path}.${key}` })
      }
    }
  }
  return undefined
}

const write = (value: unknown): string => {
  try {
    const text = canonicalize(value)
    if (text !== undefined) return text
  } catch (cause) {
    throw new TypeError('not a JSON value: it contains itself', { cause })
  }
  throw new TypeError('not a JSON value at $')
}

/**
 * RFC 8785 (JCS) text of a value. Throws `TypeError` naming the path for anything that JSON cannot hold exactly:
 * undefined, NaN and infinities, functions, symbols, big integers, dates and other class instances, holes, lone
 * surrogates, cycles. The usual writer would silently drop or change these, and the hash would vouch for it.
 */
export const canonicalJson = (value: unknown): string => {
  const odd = firstOddity(value)
  if (odd !== undefined) throw new TypeError(`not a JSON value at ${odd}`)
  return write(value)
}

/** The same as UTF-8 bytes, which is what gets hashed. */
export const canonicalBytes = (value: unknown): Uint8Array => encoder.encode(canonicalJson(value))
