import { Kysely } from 'kysely'
import type { Pool } from 'pg'
import { migrate } from './migrate.ts'
import { openPool, postgresDialect } from './postgres-dialect.ts'
import type { Database } from './schema.ts'
import { openSqlite, sqliteDialect } from './sqlite-dialect.ts'
import { isPostgresAddress } from './store-kind.ts'

export type Store = Kysely<Database>

const pools = new WeakMap<Store, Pool>()

/** Opens a SQLite file or a `postgres://` address as it is. */
export function connectStore(address: string): Store {
  if (!isPostgresAddress(address)) return new Kysely<Database>({ dialect: sqliteDialect(openSqlite(address)) })
  const pool = openPool(address)
  const store = new Kysely<Database>({ dialect: postgresDialect(pool) })
  pools.set(store, pool)
  return store
}

/** The connections of a store on PostgreSQL; SQLite has none. */
export const poolOf = (store: Store): Pool | undefined => pools.get(store)

/**
 * Opens and migrates the database. Inside `store.transaction()` use the transaction only: on SQLite the store itself
 * would wait for its end, on PostgreSQL it would not see what the transaction wrote.
 */
export async function openStore(address: string): Promise<Store> {
  const store = connectStore(address)
  try {
    await migrate(store)
  } catch (error) {
    await store.destroy()
    throw error
  }
  return store
}
