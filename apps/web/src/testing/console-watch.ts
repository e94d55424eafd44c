/** What was written to `console.error` in this test; anything left there fails it. */
export const said: string[] = []

// oxlint-disable-next-line no-console -- this is where it is watched
console.error = (...parts: unknown[]) => {
  said.push(parts.map((part) => (part instanceof Error ? `${part.name}: ${part.message}` : String(part))).join(' '))
}
