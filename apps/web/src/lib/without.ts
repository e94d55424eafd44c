/** A copy without some keys. */
export function without<T extends object, K extends keyof T>(value: T, ...keys: readonly K[]): Omit<T, K> {
  const left: Partial<T> = { ...value }
  for (const key of keys) delete left[key]
  // Exactly the named keys are gone, so what is left is the rest of T.
  return left as Omit<T, K>
}
