import Sqlite from 'better-sqlite3'
import { CompiledQuery, SqliteDialect, SqliteDriver, type DatabaseConnection, type TransactionSettings } from 'kysely'
import { rememberStatements } from './remember-statements.ts'

/** How long a statement waits for another process: a copy or a backup beside the running house. */
const BUSY_MS = 5000

/** A transaction takes the writer's place when it begins: one that reads first could not take it later. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(settings?.accessMode === 'read only' ? 'begin' : 'begin immediate'))
  }
}

/** Opens the file with the settings on which our promises stand: a commit is on disk when it returns. */
export const openSqlite = (file: string, options: Sqlite.Options = {}): Sqlite.Database => {
  const sqlite = new Sqlite(file, { timeout: BUSY_MS, ...options })
  if (options.readonly !== true) {
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
  }
  sqlite.pragma('foreign_keys = ON')
  return sqlite
}

export const sqliteDialect = (sqlite: Sqlite.Database): SqliteDialect => {
  const database = rememberStatements(sqlite)
  return Object.assign(new SqliteDialect({ database }), { createDriver: () => new ImmediateDriver({ database }) })
}
