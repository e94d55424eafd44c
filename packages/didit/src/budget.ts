import { DiditOverBudgetError } from './errors.ts'
import type { Time } from './time.ts'
import type { CallKind } from './transport.ts'

export type BudgetName = 'reads' | 'writes' | 'pdfs' | 'edits'
/** `person`: somebody waits. `prefetch`: somebody will want it soon. */
export type Lane = 'person' | 'prefetch' | 'background'
export type BudgetLimits = Record<BudgetName, number>
export type BudgetSnapshot = Record<BudgetName, { used: number; limit: number }>

export const diditLimits: BudgetLimits = { reads: 600, writes: 300, pdfs: 50, edits: 10 }

const WINDOW_MS = 60_000
/** The share of each budget at which a lane stops, so that a person always finds room. */
export const laneShares: Readonly<Record<Lane, number>> = { person: 1, prefetch: 0.8, background: 0.6 }
const rank: Record<Lane, number> = { person: 0, prefetch: 1, background: 2 }

/** Every budget that a call counts against, narrowest first. */
export const budgetScopes: Readonly<Record<CallKind, readonly BudgetName[]>> = {
  read: ['reads'],
  write: ['writes'],
  edit: ['edits', 'writes'],
  pdf: ['pdfs', 'reads'],
  media: [],
  health: [],
}

interface Slot {
  at: number
  open: boolean
}

interface Window {
  limit: number
  slots: Slot[]
  /** Calls by others on the same key, as Didit's headers show them. */
  foreign: { count: number; until: number }
  blockedUntil: number
}

interface Waiter {
  lane: Lane
  scopes: readonly BudgetName[]
  order: number
}

/** One call that got its room, or gave up waiting for it. */
export interface BudgetTake {
  names: readonly BudgetName[]
  lane: Lane
  waitedMs: number
}

export interface Ticket {
  /** Call when Didit has answered or the call has failed: the slot is free one window after that. */
  done: () => void
}

export interface RateBudget {
  /** Waits for room, at most `maxWaitMs`; otherwise throws `DiditOverBudgetError`. */
  take(call: { operation: string; kind: CallKind; lane: Lane; maxWaitMs: number; signal: AbortSignal }): Promise<Ticket>
  /** Learns from the answer's rate headers. `retryAfterMs` only for a 429. */
  learn(kind: CallKind, headers: Readonly<Record<string, string>>, retryAfterMs: number | null): void
  snapshot(): BudgetSnapshot
  /** Milliseconds until a person's call has room in this budget; 0 when it has. */
  waitMs(name: BudgetName): number
}

const headerNumber = (headers: Readonly<Record<string, string>>, name: string): number | null => {
  const value = headers[name]
  return value !== undefined && /^\d{1,12}$/.test(value.trim()) ? Number(value) : null
}

/**
 * Sliding windows of a minute. A slot counts from its sending until a minute after its answer, because Didit counts at
 * arrival, which lies between the two: so no window of Didit's can hold more than the limit.
 */
export const makeBudget = (
  time: Pick<Time, 'now' | 'sleep'>,
  limits: BudgetLimits,
  onTake: (taken: BudgetTake) => void = () => undefined,
): RateBudget => {
  let order = 0
  const open = (limit: number): Window => ({ limit, slots: [], foreign: { count: 0, until: 0 }, blockedUntil: 0 })
  const windows: Record<BudgetName, Window> = {
    reads: open(limits.reads),
    writes: open(limits.writes),
    pdfs: open(limits.pdfs),
    edits: open(limits.edits),
  }

  const used = (window: Window): number => {
    const now = time.now()
    window.slots = window.slots.filter((slot) => slot.open || slot.at > now - WINDOW_MS)
    return window.slots.length + (window.foreign.until > now ? window.foreign.count : 0)
  }

  /** Who waits for room: people first, then whoever came first. */
  const waiting: Waiter[] = []
  const aheadOf = (waiter: Waiter | undefined, lane: Lane, name: BudgetName): number =>
    waiting.filter(
      (other) =>
        other !== waiter &&
        other.scopes.includes(name) &&
        (rank[other.lane] < rank[lane] || (rank[other.lane] === rank[lane] && other.order < (waiter?.order ?? Infinity))),
    ).length

  /** Milliseconds until the window has room for one more behind those who wait already; 0 when it has. */
  const waitFor = (window: Window, lane: Lane, ahead: number): number => {
    const now = time.now()
    if (window.blockedUntil > now) return window.blockedUntil - now
    const room = Math.max(1, Math.floor(window.limit * laneShares[lane]))
    const excess = used(window) + ahead - room + 1
    if (excess <= 0) return 0
    const releases = window.slots.map((slot) => (slot.open ? now : slot.at) + WINDOW_MS)
    if (window.foreign.until > now) {
      for (let index = 0; index < window.foreign.count; index += 1) releases.push(window.foreign.until)
    }
    const release = releases.toSorted((a, b) => a - b)[excess - 1] ?? now + WINDOW_MS
    return Math.max(1, release - now)
  }

  const matching = (kind: CallKind, limit: number | null): Window | undefined => {
    const candidates = budgetScopes[kind].map((name) => windows[name])
    return candidates.find((window) => window.limit === limit) ?? candidates[0]
  }

  return {
    take: async ({ operation, kind, lane, maxWaitMs, signal }) => {
      const names = budgetScopes[kind]
      const mine = names.map((name) => windows[name])
      const giveUpAt = time.now() + maxWaitMs
      const waiter: Waiter = { lane, scopes: names, order: (order += 1) }
      waiting.push(waiter)
      const began = time.now()
      try {
        for (;;) {
          const wait = Math.max(0, ...names.map((name) => waitFor(windows[name], lane, aheadOf(waiter, lane, name))))
          if (wait === 0) break
          if (time.now() + wait > giveUpAt) throw new DiditOverBudgetError({ operation, by: 'us', retryAfterMs: wait })
          await time.sleep(wait, signal)
        }
      } finally {
        waiting.splice(waiting.indexOf(waiter), 1)
        if (names.length > 0) onTake({ names, lane, waitedMs: time.now() - began })
      }
      const slot: Slot = { at: time.now(), open: true }
      for (const window of mine) window.slots.push(slot)
      return {
        done: () => {
          if (!slot.open) return
          slot.open = false
          slot.at = time.now()
        },
      }
    },

    learn: (kind, headers, retryAfterMs) => {
      const limit = headerNumber(headers, 'x-ratelimit-limit')
      const remaining = headerNumber(headers, 'x-ratelimit-remaining')
      const reset = headerNumber(headers, 'x-ratelimit-reset')
      const window = matching(kind, limit)
      if (!window) return
      const now = time.now()
      if (retryAfterMs !== null) window.blockedUntil = Math.max(window.blockedUntil, now + retryAfterMs)
      if (limit === null || remaining === null || limit > window.limit) return
      const mine = window.slots.filter((slot) => slot.open || slot.at > now - WINDOW_MS).length
      const until = reset === null ? now + WINDOW_MS : Math.min(reset * 1000, now + WINDOW_MS)
      window.foreign = { count: Math.max(0, window.limit - remaining - mine), until }
    },

    waitMs: (name) => waitFor(windows[name], 'person', aheadOf(undefined, 'person', name)),

    snapshot: () => {
      const show = (name: BudgetName) => ({ used: Math.min(used(windows[name]), windows[name].limit), limit: windows[name].limit })
      return { reads: show('reads'), writes: show('writes'), pdfs: show('pdfs'), edits: show('edits') }
    },
  }
}
