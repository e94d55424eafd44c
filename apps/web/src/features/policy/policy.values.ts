function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What stands at a dotted path. */
export function valueAt(from: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), from)
}

export function textsAt(from: unknown, path: string): string[] {
  const value = valueAt(from, path)
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** Same JSON, whatever the order of keys. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((item, at) => isSame(item, other[at]))
  if (!isRecord(one) || !isRecord(other)) return Object.is(one, other)
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => Object.hasOwn(one, key) === Object.hasOwn(other, key) && isSame(one[key], other[key]))
}
