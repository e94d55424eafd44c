import { PostgresAdapter, type Kysely, type Transaction } from 'kysely'
import type { Database } from './schema.ts'

export type StoreKind = 'sqlite' | 'postgres'

/** For the few statements that the two stores spell differently: triggers, full-text indexes, partial dialects. */
export const kindOf = (store: Kysely<Database> | Transaction<Database>): StoreKind =>
  store.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite'

export const isPostgresAddress = (address: string): boolean => /^postgres(ql)?:\/\//.test(address)
