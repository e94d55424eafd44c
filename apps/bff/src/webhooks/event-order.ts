/**
 * `news`: newer than all we worked off. `same-moment`: the event's clock has whole seconds, so which came last is not
 * known. `late`: overtaken. `hint`: not signed as a whole.
 */
export type EventOrder = 'news' | 'same-moment' | 'late' | 'hint'

interface Event {
  eventId: string
  createdAt: number
  status: string | null
  trusted: boolean
}

export interface Head {
  createdAt: number
  eventId: string
  status: string | null
}

/** Where an event stands to the latest one of its session. An event that is worked off again stands where it stood. */
export function orderOf(event: Event, head: Head | undefined): EventOrder {
  if (!event.trusted) return 'hint'
  if (!head || event.createdAt > head.createdAt || head.eventId === event.eventId) return 'news'
  if (event.createdAt < head.createdAt) return 'late'
  return event.status === head.status ? 'news' : 'same-moment'
}
