/** How long a session may wait for a person. */
export const SERVICE_LEVEL_MS = 4 * 3_600_000
/** From this long before on, a session is near its level. */
export const NEAR_LEVEL_MS = 3_600_000

/** "5 h 12 m", "2 d 3 h", "40 m". */
export function inHours(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  if (days > 0) return `${days} d ${hours} h`
  return hours > 0 ? `${hours} h ${rest} m` : `${rest} m`
}
