/** How far this machine's clock is from the server's; milliseconds to add to `Date.now()`. */
let ahead = 0

/** Learns from the `Date` of an answer; differences below two seconds are the header's coarseness. */
export function learnServerTime(header: string | null): void {
  const at = header === null ? Number.NaN : Date.parse(header)
  if (Number.isNaN(at)) return
  const difference = at - Date.now()
  ahead = Math.abs(difference) < 2000 ? 0 : difference
}

/** Now, by the server's clock. */
export function serverNow(): number {
  return Date.now() + ahead
}
