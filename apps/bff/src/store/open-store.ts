import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { migrate } from './migrate.ts'
import type { Database } from './schema.ts'

export type Store = Kysely<Database>

/**
 * Opens and migrates the database. One connection: inside `store.transaction()` use the transaction only, the store
 * itself would wait for its end.
 */
export async function openStore(file: string): Promise<Store> {
  const sqlite = new Sqlite(file)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('busy_timeout = 5000')
  const store = new Kysely<Database>({ dialect: new SqliteDialect({ database: sqlite }) })
  try {
    await migrate(store)
  } catch (error) {
    await store.destroy()
    throw error
  }
  return store
}
