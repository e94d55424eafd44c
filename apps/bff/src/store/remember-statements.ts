import type Sqlite from 'better-sqlite3'
import type { SqliteDatabase, SqliteStatement } from 'kysely'
import { LRUCache } from 'lru-cache'

const MOST = 500
/** Statements that come again and again; what changes the schema does not. */
const lasting = /^\s*(?:select|insert|update|delete|with|begin|commit|rollback|savepoint|release)\b/i

/**
 * The database with its statements kept: preparing costs more than most of them take to run. One that is being
 * iterated is busy, so whoever asks for it then gets one of their own.
 */
export function rememberStatements(sqlite: Sqlite.Database): SqliteDatabase {
  const known = new LRUCache<string, Sqlite.Statement>({ max: MOST })
  return {
    close: () => {
      known.clear()
      sqlite.close()
    },
    prepare: (sql): SqliteStatement => {
      const before = known.get(sql)
      if (before && !before.busy) return before
      const statement = sqlite.prepare(sql)
      if (!before && lasting.test(sql)) known.set(sql, statement)
      return statement
    },
  }
}
