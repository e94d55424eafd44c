const DAY_MS = 86_400_000
const MOST_DAYS = 5_000
const days = new Map<number, string>()

/** "2026-01-15T" of a day since the epoch. */
function startOf(day: number): string {
  const known = days.get(day)
  if (known !== undefined) return known
  if (days.size >= MOST_DAYS) days.clear()
  const text = new Date(day * DAY_MS).toISOString().slice(0, -13)
  days.set(day, text)
  return text
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)
const three = (n: number): string => (n < 100 ? `0${two(n)}` : `${n}`)

/** Epoch ms as ISO 8601 in UTC, as `Date` writes it; lists write hundreds of them for each page. */
export function iso(ms: number): string {
  const day = Math.floor(ms / DAY_MS)
  const rest = Math.trunc(ms - day * DAY_MS)
  const [hours, minutes, seconds] = [Math.floor(rest / 3_600_000), Math.floor(rest / 60_000) % 60, Math.floor(rest / 1_000) % 60]
  return `${startOf(day)}${two(hours)}:${two(minutes)}:${two(seconds)}.${three(rest % 1_000)}Z`
}
