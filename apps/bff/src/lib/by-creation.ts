/** Negative when `a` was created before `b`. Times differ in precision upstream, so they are compared as times. */
export function byCreation(a: string, b: string): number {
  const [left, right] = [Date.parse(a), Date.parse(b)]
  if (Number.isNaN(left) || Number.isNaN(right) || left === right) return a < b ? -1 : a > b ? 1 : 0
  return left - right
}
