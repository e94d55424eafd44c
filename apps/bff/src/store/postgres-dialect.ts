import { CompiledQuery, PostgresDialect, PostgresDriver, type DatabaseConnection, type TransactionSettings } from 'kysely'
import { Pool, TypeOverrides, types, type PoolConfig } from 'pg'

/** One bff; PostgreSQL allows 100 connections in all unless it was told otherwise. */
const CONNECTIONS = 16
/** A process that stands still inside a transaction loses it after this long: it would hold up all the others. */
const STANDING_STILL_MS = 10_000
/** The key of the advisory lock that every writing transaction of every Verdict on this database holds. */
const WRITERS_PLACE = 8_674_665_223

/**
 * Transactions have SQLite's meaning: those that may write run one after the other, over all processes, so that what
 * one has checked still holds when it writes. `setAccessMode('read only')` waits for nobody and sees one instant.
 */
class OneWriterDriver extends PostgresDriver {
  readonly #known = new WeakSet<DatabaseConnection>()

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection()
    if (this.#known.has(connection)) return connection
    this.#known.add(connection)
    const execute = connection.executeQuery.bind(connection)
    connection.executeQuery = async (query) => execute(withoutNul(query))
    return connection
  }

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const begin =
      settings.accessMode === 'read only'
        ? 'start transaction isolation level repeatable read read only'
        : `begin; select pg_advisory_xact_lock(${WRITERS_PLACE})`
    await connection.executeQuery(CompiledQuery.raw(begin))
  }
}

const hasNul = (value: unknown): boolean => typeof value === 'string' && value.includes('\0')

/** No text of PostgreSQL holds a NUL. People are refused theirs at the door; one from Didit must not stop the index. */
const withoutNul = (query: CompiledQuery): CompiledQuery =>
  query.parameters.some(hasNul)
    ? { ...query, parameters: query.parameters.map((value) => (typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value)) }
    : query

/** As SQLite answers: whole numbers for times, counts and sums, and 0 or 1 for yes and no. */
const asInSqlite = new TypeOverrides()
asInSqlite.setTypeParser(types.builtins.BOOL, (text) => (text === 't' ? 1 : 0))
asInSqlite.setTypeParser(types.builtins.INT8, Number)
asInSqlite.setTypeParser(types.builtins.NUMERIC, Number)

export const postgresConfig = (url: string): PoolConfig => ({
  connectionString: url,
  application_name: 'verdict',
  keepAlive: true,
  connectionTimeoutMillis: 10_000,
  idle_in_transaction_session_timeout: STANDING_STILL_MS,
  // A server that acknowledges before it has written is not for decisions. Compiling a statement takes longer than ours run.
  options: '-c synchronous_commit=on -c jit=off',
  types: asInSqlite,
})

export const openPool = (url: string, connections = CONNECTIONS): Pool => {
  const pool = new Pool({ ...postgresConfig(url), max: connections })
  // A connection that breaks while nobody uses it is replaced by the next query, which tells if that fails too.
  pool.on('error', () => undefined)
  return pool
}

export const postgresDialect = (pool: Pool): PostgresDialect =>
  Object.assign(new PostgresDialect({ pool }), { createDriver: () => new OneWriterDriver({ pool }) })
