import Sqlite from 'better-sqlite3'
import {
  CompiledQuery,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDialectConfig,
  type TransactionSettings,
} from 'kysely'
import { rememberStatements } from './remember-statements.ts'
import type { SqliteNotices } from './sqlite-notices.ts'

/** How long a statement waits for another process: a copy or a backup beside the running house. */
const BUSY_MS = 5000

/** A transaction takes the writer's place when it begins: one that reads first could not take it later. */
class ImmediateDriver extends SqliteDriver {
  readonly #notices: SqliteNotices

  constructor(config: SqliteDialectConfig, notices: SqliteNotices) {
    super(config)
    this.#notices = notices
  }

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(settings?.accessMode === 'read only' ? 'begin' : 'begin immediate'))
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection)
    this.#notices.committed()
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    this.#notices.rolledBack()
    await super.rollbackTransaction(connection)
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

export const sqliteDialect = (sqlite: Sqlite.Database, notices: SqliteNotices): SqliteDialect => {
  const database = rememberStatements(sqlite)
  return Object.assign(new SqliteDialect({ database }), { createDriver: () => new ImmediateDriver({ database }, notices) })
}
