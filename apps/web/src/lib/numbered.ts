export interface Numbered<T> {
  key: string
  item: T
}

/** Keys for rows of upstream's that have no id of their own; such rows are never reordered here. */
export function numbered<T>(items: readonly T[]): Numbered<T>[] {
  return items.map((item, index) => ({ key: String(index), item }))
}
