import type Sqlite from 'better-sqlite3'

export interface SqliteNotices {
  subscribe: (tell: (channel: string, payload: string) => void) => () => void
  committed: () => void
  rolledBack: () => void
}

/** Gives SQLite the `pg_notify` of PostgreSQL, with its meaning: told after the commit, or never. */
export const addNotices = (database: Sqlite.Database): SqliteNotices => {
  const listeners = new Set<(channel: string, payload: string) => void>()
  let waiting: [string, string][] = []
  const committed = () => {
    const told = waiting
    waiting = []
    for (const [channel, payload] of told) for (const tell of listeners) tell(channel, payload)
  }
  database.function('pg_notify', { directOnly: true }, (channel: unknown, payload: unknown) => {
    waiting.push([String(channel), String(payload)])
    // Outside a transaction the statement itself is one; it ends before this turn does.
    if (!database.inTransaction) queueMicrotask(committed)
    return null
  })
  return {
    subscribe: (tell) => {
      listeners.add(tell)
      return () => void listeners.delete(tell)
    },
    committed,
    rolledBack: () => {
      waiting = []
    },
  }
}
