import type { Timer } from '../decisions/decision-worker.ts'
import { orderOf } from './event-order.ts'
import type { EventOrder, Head } from './event-order.ts'
import type { EventRow, Inbox } from './inbox.repository.ts'

/** What an event means for the rest of the house. `status` only where it is believed and newest. */
export interface HeardEvent {
  eventId: string
  type: string
  sessionId: string | null
  kind: string | null
  status: string | null
  /** When it happened, epoch ms. */
  at: number
  order: EventOrder
}

const LONGEST_SLEEP_MS = 60_000
const AFTER_FAILURE_MS = 5_000

const headOf = ({ created_at, event_id, status }: { created_at: number; event_id: string; status: string | null }): Head => ({
  createdAt: created_at,
  eventId: event_id,
  status,
})

const words: Readonly<Record<EventOrder, string>> = {
  news: 'The session is read again.',
  'same-moment': 'Two events of the same second; the session is read again to see which was last.',
  late: 'Overtaken by a later event; nothing was changed by it.',
  hint: 'Only the simple signature: believed in nothing, the session is read again.',
}
const aboutSessions = new Set(['status.updated', 'data.updated'])
const outcomeOf = ({ type, sessionId, order }: HeardEvent): string => {
  if (sessionId !== null) return words[order]
  return aboutSessions.has(type) ? 'It names no session: everything that was kept is read again.' : 'Not about a session; kept as received.'
}

/** True when it may be about any session at all. */
export const concernsAll = ({ type, sessionId }: Pick<HeardEvent, 'type' | 'sessionId'>): boolean =>
  sessionId === null && aboutSessions.has(type)

/** Where an event stands among those of its session; `heads` knows it afterwards. */
const place = (row: EventRow, heads: Map<string, Head>): HeardEvent => {
  const { event_id: eventId, type, session_id: sessionId, kind, created_at: at } = row
  const own = { eventId, createdAt: at, status: row.status, trusted: row.trusted === 1 }
  const order = orderOf(own, sessionId === null ? undefined : heads.get(sessionId))
  if (sessionId !== null && (order === 'news' || order === 'same-moment')) heads.set(sessionId, headOf(row))
  return { eventId, type, sessionId, kind, status: order === 'news' ? row.status : null, at, order }
}

/** Works the inbox off after the answers, each session's events in their order, whatever an earlier run left first. */
export const makeInboxWorker = (deps: {
  inbox: Inbox
  /** Tells the rest of the house, in the order in which they happened; may be told twice of one event. */
  hear: (events: readonly HeardEvent[]) => Promise<void>
  clock: () => number
  timer: Timer
  onFailure: (error: unknown) => void
}) => {
  const { inbox, hear, clock, timer, onFailure } = deps
  let state: 'new' | 'running' | 'stopped' = 'new'
  let working: Promise<void> = Promise.resolve()
  let asked = false
  let cancel: () => void = () => undefined

  const headsOf = async (rows: readonly EventRow[]): Promise<Map<string, Head>> => {
    const sessions = [...new Set(rows.flatMap((row) => row.session_id ?? []))]
    return new Map((await inbox.heads(sessions)).map((row) => [row.session_id, headOf(row)]))
  }

  /** All of them at once, or it throws and nothing of it counts. */
  const workOff = async (rows: readonly EventRow[]): Promise<void> => {
    const heads = await headsOf(rows)
    const told = rows.map((row) => ({ row, event: place(row, heads) }))
    await hear(told.map(({ event }) => event))
    await inbox.finish(told.map(({ row, event }) => ({ row, order: event.order, outcome: outcomeOf(event) })))
  }

  const work = async (rows: readonly EventRow[]): Promise<void> => {
    try {
      return await workOff(rows)
    } catch (error) {
      if (rows.length === 1) onFailure(error)
    }
    // One of them fails for all: alone it fails for itself.
    for (const row of rows) {
      if (rows.length > 1) await work([row])
      else await inbox.putBack(row, 'Something failed here. It is tried again.')
    }
  }

  const drain = async (): Promise<void> => {
    try {
      for (let rows = await inbox.claim(); rows.length > 0; rows = await inbox.claim()) {
        await work(rows)
        if (isStopped()) return
      }
      const next = await inbox.nextWake()
      if (next !== null && state === 'running') sleep(Math.min(Math.max(next - clock(), 1), LONGEST_SLEEP_MS))
    } catch (error) {
      onFailure(error)
      if (state === 'running') sleep(AFTER_FAILURE_MS)
    }
  }
  const isStopped = () => state === 'stopped'

  const sleep = (ms: number): void => {
    cancel()
    cancel = timer(ms, wake)
  }

  /** Many calls while a batch is worked on ask for one more batch, not for many. */
  const wake = (): void => {
    if (asked || state !== 'running') return
    asked = true
    cancel()
    const before = working
    const run = async (): Promise<void> => {
      await before
      asked = false
      await drain()
    }
    working = run()
  }

  return {
    start: (): void => {
      state = 'running'
      wake()
    },
    wake,
    /** Resolves when nothing is due any more. */
    idle: async (): Promise<void> => {
      for (let before; before !== working;) {
        before = working
        await before
      }
    },
    stop: async (): Promise<void> => {
      state = 'stopped'
      cancel()
      await working
    },
  }
}
export type InboxWorker = ReturnType<typeof makeInboxWorker>
