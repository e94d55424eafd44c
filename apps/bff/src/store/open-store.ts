import { Kysely } from 'kysely'
import type { Pool } from 'pg'
import { migrate } from './migrate.ts'
import { checkPostgres } from './postgres-version.ts'
import { openPool, postgresDialect } from './postgres-dialect.ts'
import type { Database } from './schema.ts'
import { openSqlite, sqliteDialect } from './sqlite-dialect.ts'
import { addNotices, type SqliteNotices } from './sqlite-notices.ts'
import { sqliteChanges, type StoreChanges } from './store-changes.ts'
import { isPostgresAddress } from './store-kind.ts'

export type Store = Kysely<Database>

const pools = new WeakMap<Store, Pool>()
const changes = new WeakMap<Store, StoreChanges>()
const noticesOf = new WeakMap<Store, SqliteNotices>()

function connectSqlite(file: string): Store {
  const sqlite = openSqlite(file)
  const notices = addNotices(sqlite)
  const store = new Kysely<Database>({ dialect: sqliteDialect(sqlite, notices) })
  changes.set(store, sqliteChanges(sqlite))
  noticesOf.set(store, notices)
  return store
}

/** Opens a SQLite file or a `postgres://` address as it is. */
export function connectStore(address: string): Store {
  if (!isPostgresAddress(address)) return connectSqlite(address)
  const pool = openPool(address)
  const store = new Kysely<Database>({ dialect: postgresDialect(pool) })
  pools.set(store, pool)
  return store
}

/** The connections of a store on PostgreSQL; SQLite has none. */
export const poolOf = (store: Store): Pool | undefined => pools.get(store)

/** Tells cheaply whether anything was written. PostgreSQL cannot, so nothing of it may be remembered by that. */
export const changesOf = (store: Store): StoreChanges | undefined => changes.get(store)

/** What a store on SQLite tells its own process; PostgreSQL tells all by itself. */
export const sqliteNoticesOf = (store: Store): SqliteNotices | undefined => noticesOf.get(store)

/**
 * Opens and migrates the database. Inside `store.transaction()` use the transaction only: on SQLite the store itself
 * would wait for its end, on PostgreSQL it would not see what the transaction wrote.
 */
export async function openStore(address: string): Promise<Store> {
  const store = connectStore(address)
  try {
    await checkPostgres(store)
    await migrate(store)
  } catch (error) {
    await store.destroy()
    throw error
  }
  return store
}
