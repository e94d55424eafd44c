const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (value: number): string => String(value).padStart(2, '0')

/** "14 Mar 1991" from a calendar date or the date part of an instant; other texts come back as they are. */
export function date(text: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  const month = parts ? months[Number(parts[2]) - 1] : undefined
  return parts && month ? `${String(Number(parts[3]))} ${month} ${String(parts[1])}` : text
}

/** "19 Nov 2026" of an instant in the reader's zone. */
export function day(instant: string): string {
  const at = new Date(instant)
  return Number.isNaN(at.getTime()) ? instant : `${String(at.getDate())} ${months[at.getMonth()] ?? ''} ${String(at.getFullYear())}`
}

/** "12:04" in the reader's zone; with seconds "12:04:31". */
export function time(instant: string, { seconds = false } = {}): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  return `${two(at.getHours())}:${two(at.getMinutes())}${seconds ? `:${two(at.getSeconds())}` : ''}`
}

/** "19 Nov 16:20", with the year when it is not `now`'s, "today 08:31" on the same day. */
export function moment(instant: string, now: Date = new Date()): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  const clock = time(instant)
  if (at.toDateString() === now.toDateString()) return `today ${clock}`
  const year = at.getFullYear() === now.getFullYear() ? '' : ` ${String(at.getFullYear())}`
  return `${String(at.getDate())} ${months[at.getMonth()] ?? ''}${year} ${clock}`
}

/** "2026-11-19 16:20:31 UTC", for the ledger and exports. */
export function utc(instant: string): string {
  const at = new Date(instant)
  return Number.isNaN(at.getTime()) ? instant : `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/** "45 s", "38 m", "3 h 38 m", "2 d 4 h"; never negative. */
export function age(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  if (seconds < 60) return `${String(seconds)} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${String(minutes)} m`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${String(hours)} h ${two(minutes % 60)} m`
  return `${String(Math.floor(hours / 24))} d ${String(hours % 24)} h`
}

export function ageSince(instant: string, now: number = Date.now()): string {
  const at = Date.parse(instant)
  return Number.isNaN(at) ? instant : age(now - at)
}

/** "184,226". */
export function count(value: number): string {
  return Math.trunc(value)
    .toString()
    .replaceAll(/\B(?=(\d{3})+$)/g, ',')
}

/** "71.4": scores have one decimal. */
export function score(value: number): string {
  return value.toFixed(1)
}

/** "36%" of a share between 0 and 1. */
export function percent(share: number): string {
  return `${String(Math.round(share * 100))}%`
}

/** "1 hit", "3 hits", "1,204 hits". */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** "ID" of "Ines Duarte"; one letter for one word, "?" for nothing. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/).filter(Boolean)
  const first = Array.from(parts[0] ?? '?')[0] ?? '?'
  const last = parts.length > 1 ? (Array.from(parts.at(-1) ?? '')[0] ?? '') : ''
  return (first + last).toLocaleUpperCase('en-GB')
}

/** "documentNumber", "FACE_MATCH" and "poa_checks" as words: "Document number", "Face match", "Poa checks". */
export function words(raw: string): string {
  const spaced = raw
    .replaceAll(/(\p{Ll})(\p{Lu})|(\d)(\p{Lu}\p{Ll})/gu, '$1$3 $2$4')
    .replaceAll(/[_.-]+/g, ' ')
    .trim()
    .toLocaleLowerCase('en-GB')
  return spaced.charAt(0).toLocaleUpperCase('en-GB') + spaced.slice(1)
}
