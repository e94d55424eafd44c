import { PostgresAdapter, type QueryExecutorProvider } from 'kysely'

export type StoreKind = 'sqlite' | 'postgres'

/** For the few statements that the two stores spell differently: triggers, full-text indexes, partial dialects. */
export const kindOf = (store: QueryExecutorProvider): StoreKind =>
  store.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite'

export const isPostgresAddress = (address: string): boolean => /^postgres(ql)?:\/\//.test(address)
