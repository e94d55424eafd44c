import { hostname } from 'node:os'
import { StartError } from '../lib/start-error.ts'
import type { Store } from '../store/open-store.ts'
import { version } from '../version.ts'

/** How long a process may act after its last sign of life. */
export const LEASE_MS = 20_000
const BEAT_MS = 5_000
/** How far the clocks of two machines may be apart. */
export const CLOCKS_APART_MS = 5_000

/** By then all that a dead process left has been taken up. */
const FORGOTTEN_MS = 24 * 60 * 60_000

/** An unbroken stretch of one lease. What was begun in it must not leave the house after it. */
export interface Stint {
  holds: () => boolean
}

export interface Presence {
  id: string
  /** Of now. One that was taken while the lease had lapsed never holds. */
  stint: () => Stint
  /** Prolongs the lease; a lapsed one begins anew, with new stints. */
  renew: () => Promise<void>
  /** Until when that process may have sent something; null while it may still be alive, or is this one. */
  lastBreath: (processId: string | null) => Promise<number | null>
  /** Shows this process to the others, and calls `beat` after each sign of life. Refused beside one with another secret. */
  start: (beat: () => Promise<void>) => Promise<void>
  stop: () => Promise<void>
}

export interface PresenceDeps {
  store: Store
  clock: () => number
  /** Never jumps, so that a clock that is set back prolongs no lease. */
  steady: () => number
  timer: (ms: number, work: () => void) => () => void
  id: string
  secretMark: string
  /** True: a lock keeps every other process off this store, so whoever else stands in it is dead. */
  alone: boolean
  onFailure: (error: unknown) => void
}

const otherSecret = (host: string, pid: number) =>
  new StartError(
    `Another Verdict on this database (process ${pid} on ${host}) has another AUTH_SECRET: the two would sign each other's people out. ` +
      'Give all the same. If that one was stopped just now, wait 20 s and start again.',
  )

/** This process among those on one store: its own lease, and whether the others still have theirs. */
export function makePresence(deps: PresenceDeps): Presence {
  const { id, store, clock, steady, timer, secretMark, alone, onFailure } = deps
  const lease = { until: -Infinity, steadyUntil: -Infinity, stretch: 0 }
  const seen = new Map<string, { until: number; since: number }>()
  let cancel: () => void = () => undefined
  let beating: Promise<void> = Promise.resolve()
  let stopped = false

  const holding = (): boolean => clock() < lease.until && steady() < lease.steadyUntil

  const prolong = async (): Promise<void> => {
    // Counted from before the write: the others read what it says, never more.
    const until = clock() + LEASE_MS
    const steadyUntil = steady() + LEASE_MS
    const self = { host: hostname(), pid: process.pid, version, secret_mark: secretMark, started_at: clock(), alive_until: until }
    await store
      .insertInto('processes')
      .values({ id, ...self })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ alive_until: until }))
      .execute()
    if (!holding()) lease.stretch += 1
    lease.until = until
    lease.steadyUntil = steadyUntil
  }

  const renew = async (): Promise<void> => {
    beating = beating.catch(() => undefined).then(prolong)
    return beating
  }

  /** A clock alone could be wrong: its sign of life must also have stood still for a lease before our eyes. */
  const stoodStill = (processId: string, until: number): boolean => {
    const before = seen.get(processId)
    if (before?.until !== until) seen.set(processId, { until, since: steady() })
    return before?.until === until && steady() - before.since >= LEASE_MS
  }

  const lastBreath = async (processId: string | null): Promise<number | null> => {
    if (processId === id) return null
    const row =
      processId === null
        ? undefined
        : await store.selectFrom('processes').select('alive_until').where('id', '=', processId).executeTakeFirst()
    if (processId === null || !row) return clock()
    if (alone) return Math.min(clock(), row.alive_until)
    const still = stoodStill(processId, row.alive_until)
    return still && clock() > row.alive_until + CLOCKS_APART_MS ? row.alive_until : null
  }

  const beatAgain = (beat: () => Promise<void>): void => {
    if (stopped) return
    cancel = timer(BEAT_MS, () => {
      beating = renew().then(beat).catch(onFailure)
      void beating.then(() => beatAgain(beat))
    })
  }

  const leave = async (): Promise<void> => {
    lease.until = -Infinity
    await store.deleteFrom('processes').where('id', '=', id).execute()
  }

  /** Asked after our own row is there, so that of two that start together at least one sees the other. */
  const refuseOtherSecret = async (): Promise<void> => {
    if (alone) return
    const other = await store
      .selectFrom('processes')
      .select(['host', 'pid'])
      .where('alive_until', '>', clock())
      .where('secret_mark', '!=', secretMark)
      .executeTakeFirst()
    if (!other) return
    await leave()
    throw otherSecret(other.host, other.pid)
  }

  return {
    id,
    stint: () => {
      const { stretch } = lease
      const held = holding()
      return { holds: () => held && stretch === lease.stretch && holding() }
    },
    renew,
    lastBreath,
    start: async (beat) => {
      await store
        .deleteFrom('processes')
        .where('alive_until', '<', clock() - FORGOTTEN_MS)
        .execute()
      await renew()
      await refuseOtherSecret()
      beatAgain(beat)
    },
    stop: async () => {
      stopped = true
      cancel()
      await beating
      await leave()
    },
  }
}
