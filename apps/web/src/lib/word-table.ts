/**
 * A table that is read by words from outside. It has no prototype: "constructor" or "__proto__" find nothing in it,
 * where a plain object would hand out its own parts.
 */
export function wordTable<Value>(words: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  // A fresh object without a prototype, with the same entries.
  const table: Record<string, Value> = Object.create(null) as Record<string, Value>
  return Object.assign(table, words)
}
