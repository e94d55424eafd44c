import type { Json } from '../world/types.ts'

/** Every control character, quote and backslash. */
const CONTROLS = new RegExp(String.raw`["\\\u0000-\u001f]`, 'g')
const NOT_ASCII = /["\\]|[^ -~]/g

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

const escapeUnit = (unit: string): string => SHORT[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

function string(text: string, ascii: boolean): string {
  // Without the `u` flag a pair of surrogates is escaped as two units, as Python does.
  const escaped = text.replaceAll(ascii ? NOT_ASCII : CONTROLS, escapeUnit)
  return `"${escaped}"`
}

/** Whole floats as ints; others as Python's `repr`, which goes exponential earlier than JavaScript. */
function number(value: number): string {
  if (Object.is(value, -0)) return '0'
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString()
  if (Math.abs(value) >= 1e-4) return String(value)
  const [mantissa = '', exponent = ''] = value.toExponential().split('e')
  return `${mantissa}e-${exponent.slice(1).padStart(2, '0')}`
}

function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

/**
 * `json.dumps(shorten_floats(value), sort_keys=True, separators=(",", ":"))` as Python writes it;
 * `ascii: false` is `ensure_ascii=False`.
 */
export function pythonJson(value: Json, { ascii }: { ascii: boolean }): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return number(value)
  if (typeof value === 'string') return string(value, ascii)
  if (Array.isArray(value)) return `[${value.map((item) => pythonJson(item, { ascii })).join(',')}]`
  const pairs = Object.entries(value).toSorted(([a], [b]) => byCodePoint(a, b))
  return `{${pairs.map(([key, item]) => `${string(key, ascii)}:${pythonJson(item, { ascii })}`).join(',')}}`
}
