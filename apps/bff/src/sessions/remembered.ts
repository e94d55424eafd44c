/** Remembers the answers of a pure function of short texts that come again and again, such as names of fields. */
export function remembered<T>(compute: (text: string) => T, max = 4_000): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = compute(text)
    if (text.length <= 300) {
      if (known.size >= max) known.clear()
      known.set(text, value)
    }
    return value
  }
}
