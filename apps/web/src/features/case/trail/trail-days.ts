import type { TrailEntry } from '@verdict/contract/trail'
import { day } from '../../../lib/format.ts'

export interface TrailDay {
  title: string
  entries: TrailEntry[]
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short' })

function titleOf(at: string, now: Date, zone: string): string {
  const when = new Date(at)
  if (Number.isNaN(when.getTime())) return 'Time not known'
  if (when.toDateString() === now.toDateString()) return `Today, ${zone}`
  const year = when.getFullYear() === now.getFullYear()
  const written = day(at)
  return `${weekday.format(when)} ${year ? written.replace(/ \d{4}$/u, '') : written}`
}

/** Entries by day of the reader's zone, oldest first; the zone is named once, in the last heading. */
export function daysOf(entries: readonly TrailEntry[], now: Date, zone = Intl.DateTimeFormat().resolvedOptions().timeZone): TrailDay[] {
  const days: TrailDay[] = []
  for (const entry of entries) {
    const title = titleOf(entry.at, now, zone)
    const last = days.at(-1)
    if (last?.title === title) last.entries.push(entry)
    else days.push({ title, entries: [entry] })
  }
  const last = days.at(-1)
  if (last && !last.title.includes(zone)) last.title += `, ${zone}`
  return days
}
