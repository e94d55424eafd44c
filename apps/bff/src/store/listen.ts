import { poolOf, sqliteNoticesOf, type Store } from './open-store.ts'
import { checkChannel } from './notify.ts'
import { makePostgresLine } from './postgres-line.ts'

export interface Hearing {
  heard: (payload: string) => void
  /** The line was down: something may have been missed. Look for yourself. */
  missed?: () => void
}

export interface Notices {
  /** Resolves when nothing that is told from now on is lost; the answer ends it. */
  listen: (channel: string, hearing: Hearing) => Promise<() => void>
  close: () => Promise<void>
}

/** Hears what `notify` tells: within this process on SQLite, from all processes on PostgreSQL. */
export function makeNotices({ store, onFailure }: { store: Store; onFailure: (error: unknown) => void }): Notices {
  const hearings = new Map<string, Set<Hearing>>()
  const of = (channel: string) => [...(hearings.get(channel) ?? [])]
  /** Whoever tells must not suffer from who hears: on SQLite they share a turn. */
  const safely = (work: () => void) => {
    try {
      work()
    } catch (error) {
      onFailure(error)
    }
  }
  const tell = (channel: string, payload: string) => {
    for (const { heard } of of(channel)) safely(() => heard(payload))
  }
  const missed = () => {
    for (const channel of hearings.keys()) for (const hearing of of(channel)) safely(() => hearing.missed?.())
  }
  const pool = poolOf(store)
  const line = pool && makePostgresLine({ pool, tell, missed })
  const hang = sqliteNoticesOf(store)?.subscribe(tell)
  return {
    listen: async (channel, hearing) => {
      const all = hearings.get(checkChannel(channel)) ?? new Set()
      hearings.set(channel, all.add(hearing))
      await line?.add(channel)
      return () => void all.delete(hearing)
    },
    close: async () => {
      hang?.()
      await line?.close()
    },
  }
}
