/** "5 h 02 m", "2 d 3 h", "40 m", "4 h". */
export function inHours(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`
  if (hours === 0) return `${rest} m`
  return rest > 0 ? `${hours} h ${String(rest).padStart(2, '0')} m` : `${hours} h`
}
