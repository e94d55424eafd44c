const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const isoDay = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/u
const dottedDay = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/u
const dayLength = 86_400_000

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

export type DayRule = 'birth' | 'past' | 'validFrom' | 'validUntil'

/** The other days of the same document, as texts; each may be missing. */
export interface OtherDays {
  birth?: string | null
  issued?: string | null
}

function amount(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** A number of days as a person says it: "1 day", "3 weeks", "7 months", "2 years". */
export function spanWords(days: number): string {
  if (days < 14) return amount(days, 'day')
  if (days < 63) return amount(Math.floor(days / 7), 'week')
  if (days < 700) return amount(Math.round(days / 30.4), 'month')
  return amount(Math.floor(days / 365.25), 'year')
}

const between = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayLength)

function beforeOther(day: string, { birth, issued }: OtherDays): string | null {
  const [born, given] = [birth ? parseDay(birth) : null, issued ? parseDay(issued) : null]
  if (born && day < born) return 'birth'
  return given && day < given ? 'issue' : null
}

/** What is odd about a day, in words, or null. `now` in ms. */
export function dayRemark(text: string, rule: DayRule, now: number, others: OtherDays = {}): string | null {
  const day = parseDay(text)
  if (!day) return /\d/u.test(text) ? 'Not a day that exists' : null
  const today = new Date(now).toISOString().slice(0, 10)
  const earlier = rule === 'birth' ? null : beforeOther(day, others)
  if (rule === 'validUntil') {
    if (earlier) return earlier === 'birth' ? 'Ended before birth' : 'Ended before it was issued'
    return day < today ? `Expired ${spanWords(between(day, today))} ago` : null
  }
  if (earlier === 'birth') return 'Issued before birth'
  if (rule === 'validFrom') return day > today ? `Not valid yet: begins in ${spanWords(between(today, day))}` : null
  if (day > today) return 'In the future'
  if (day < '1900-01-01') return 'Before 1900'
  return null
}

/** How far off a day is, when that is worth saying beside a good one: "7 months old", "8 years left". */
export function dayDistance(text: string, rule: DayRule, now: number): string | null {
  const day = parseDay(text)
  if (!day) return null
  const days = between(new Date(now).toISOString().slice(0, 10), day)
  if (rule === 'validUntil') return days >= 0 ? `${spanWords(days)} left` : null
  return days <= 0 ? `${spanWords(-days)} old` : null
}

/** Whole years from birth to now, or null when one of the two is no day. */
export function ageAt(birth: string, now: number): number | null {
  const day = parseDay(birth)
  if (!day) return null
  const today = new Date(now).toISOString().slice(0, 10)
  const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4))
  return today.slice(5) < day.slice(5) ? years - 1 : years
}
