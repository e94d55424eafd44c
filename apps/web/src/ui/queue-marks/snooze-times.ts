import type { SnoozeInput } from '@verdict/contract/queue'

export interface SnoozeChoice {
  value: string
  label: string
  until: () => Pick<SnoozeInput, 'until' | 'untilEvent'>
}

const hour = 3_600_000
const inMs = (now: number, ms: number) => ({ until: new Date(now + ms).toISOString() })

/** Nine in the morning of the reader's day after so many days. */
function morning(now: number, days: number): { until: string } {
  const day = new Date(now)
  day.setDate(day.getDate() + days)
  day.setHours(9, 0, 0, 0)
  return { until: day.toISOString() }
}

export const snoozeChoices = (now: number): readonly SnoozeChoice[] => [
  { value: 'hour', label: 'For an hour', until: () => inMs(now, hour) },
  { value: 'hours', label: 'For four hours', until: () => inMs(now, 4 * hour) },
  { value: 'tomorrow', label: 'Until tomorrow, 09:00', until: () => morning(now, 1) },
  { value: 'days', label: 'For three days, until 09:00', until: () => morning(now, 3) },
  { value: 'documents', label: 'Until something new comes in', until: () => ({ untilEvent: 'documents' }) },
  { value: 'note', label: 'Until somebody writes a note', until: () => ({ untilEvent: 'note' }) },
  { value: 'status', label: 'Until its state changes', until: () => ({ untilEvent: 'status' }) },
]
