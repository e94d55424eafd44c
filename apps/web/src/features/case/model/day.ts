const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const isoDay = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/u
const dottedDay = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/u

/** `YYYY-MM-DD` out of the ways in which days arrive, or null when the text is no day that exists. */
export function parseDay(text: string): string | null {
  const iso = isoDay.exec(text.trim())
  const dotted = iso ? null : dottedDay.exec(text.trim())
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : dotted ? [dotted[3], dotted[2], dotted[1]] : []
  if (!year || !month || !day) return null
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${written}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written ? null : written
}

/** "14 Mar 1991"; texts that are no day come back as they are. */
export function showDay(text: string): string {
  const day = parseDay(text)
  if (!day) return text
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`
}

export type DayRule = 'past' | 'validUntil'

/** What is odd about a day, in words, or null. `now` in ms. */
export function dayRemark(text: string, rule: DayRule, now: number): string | null {
  const day = parseDay(text)
  if (!day) return /\d/u.test(text) ? 'Not a day that exists' : null
  const today = new Date(now).toISOString().slice(0, 10)
  if (rule === 'past') return day > today ? 'In the future' : day < '1900-01-01' ? 'Before 1900' : null
  if (day >= today) return null
  const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000)
  return `Passed ${days === 1 ? '1 day' : days < 90 ? `${days} days` : days < 700 ? `${Math.round(days / 30.4)} months` : `${Math.floor(days / 365.25)} years`} ago`
}
