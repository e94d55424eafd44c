import { leafHash } from '@verdict/ledger'
import { sql } from 'kysely'
import { StartError } from '../lib/start-error.ts'
import { rebuildTextSearch } from '../session-index/text-search.ts'
import { appliedTo, COPY_MARK, migrate } from '../store/migrate.ts'
import type { Store } from '../store/open-store.ts'
import { kindOf } from '../store/store-kind.ts'
import { orderOf, tablesOf, type TableShape } from './tables-of.ts'

/** PostgreSQL takes 65,535 values in one statement, SQLite 32,766. */
const MOST_VALUES = 30_000
const MOST_ROWS = 500

export type Progress = (done: { table: string; rows: number; of: number }) => void

const countOf = async (store: Store, table: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(store)
  return rows[0]?.n ?? 0
}

/** Whoever is referred to comes first. */
const inOrder = async (sqlite: Store, tables: readonly TableShape[]): Promise<TableShape[]> => {
  const placed: TableShape[] = []
  const place = async (table: TableShape): Promise<void> => {
    if (placed.includes(table)) return
    const { after } = await orderOf(sqlite, table.name)
    for (const other of tables) if (other !== table && after.includes(other.name)) await place(other)
    placed.push(table)
  }
  for (const table of tables) await place(table)
  return placed
}

const copyTable = async (from: Store, to: Store, table: TableShape, key: readonly string[], progress: Progress): Promise<void> => {
  const of = await countOf(from, table.name)
  const step = Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_VALUES / table.columns.length)))
  const columns = sql.join(table.columns.map((column) => sql.ref(column)))
  const order = sql.join(key.map((column) => sql.ref(column)))
  let last: unknown[] | undefined
  let done = 0
  for (;;) {
    const after = last ? sql`where (${order}) > (${sql.join(last)})` : sql``
    const { rows } = await sql<Record<string, unknown>>`select ${columns} from ${sql.table(table.name)} ${after}
      order by ${order} limit ${step}`.execute(from)
    const end = rows.at(-1)
    if (!end) break
    const values = rows.map((row) => sql`(${sql.join(table.columns.map((column) => row[column]))})`)
    await to.transaction().execute(async (trx) => {
      await sql`insert into ${sql.table(table.name)} (${columns}) values ${sql.join(values)}`.execute(trx)
    })
    last = key.map((column) => end[column])
    done += rows.length
    progress({ table: table.name, rows: done, of })
  }
}

/** The record of a store as one hash; throws where an entry is missing or is not what its hash was made of. */
export const verifyLedger = async (store: Store): Promise<{ entries: number; hash: string }> => {
  let hash = leafHash('')
  let entries = 0
  for (;;) {
    const rows = await store
      .selectFrom('ledger_entries')
      .select(['seq', 'body', 'hash'])
      .where('seq', '>', entries)
      .orderBy('seq')
      .limit(1000)
      .execute()
    if (rows.length === 0) return { entries, hash }
    for (const row of rows) {
      entries += 1
      if (row.seq !== entries || leafHash(row.body) !== row.hash) throw new StartError(`The record is damaged at entry ${entries}.`)
      hash = leafHash(hash + row.hash)
    }
  }
}

const refuseUnlessIdle = async (store: Store, now: number): Promise<void> => {
  const alive = await store.selectFrom('processes').select(['host', 'pid']).where('alive_until', '>', now).executeTakeFirst()
  if (alive)
    throw new StartError(`A Verdict is at work on the source (process ${alive.pid} on ${alive.host}). Stop it, wait 20 s, and copy again.`)
}

/** Everything that another Verdict kept goes; only ever called on a half copy of ours. */
const clearHalfCopy = async (to: Store): Promise<void> => {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name = 'schema_migrations'`.execute(to)
  for (const { name } of rows) await sql`drop table ${sql.table(name)} cascade`.execute(to)
  await sql`drop function if exists ledger_is_append_only()`.execute(to)
}

const makeEmpty = async (to: Store): Promise<void> => {
  const tables = await to.introspection.getTables()
  if (tables.length === 0) return
  const marked =
    tables.some(({ name }) => name === 'schema_migrations') &&
    (await to.selectFrom('schema_migrations').select('id').where('id', '=', COPY_MARK).executeTakeFirst())
  if (!marked) throw new StartError('The target is not empty. Nothing was copied: name a new database.')
  if (kindOf(to) === 'sqlite') throw new StartError('The target is half a copy. Remove the file and copy again.')
  await clearHalfCopy(to)
}

/**
 * Copies a house with everything into an empty store of the other kind, and compares. Until it is whole the target
 * carries a mark with which no Verdict starts; a copy that was interrupted begins anew.
 */
export const copyStore = async (
  from: Store,
  to: Store,
  progress: Progress = () => undefined,
): Promise<{ rows: number; entries: number }> => {
  await appliedTo(from)
  await refuseUnlessIdle(from, Date.now())
  await makeEmpty(to)
  await migrate(to, true)
  const [source, target] = [await tablesOf(from), await tablesOf(to)]
  if (JSON.stringify(source) !== JSON.stringify(target)) {
    throw new StartError('The source has another schema than this version. Start this version on it once, then copy.')
  }
  const sqlite = kindOf(from) === 'sqlite' ? from : to
  const seeded = new Set<string>()
  for (const { name } of target) if ((await countOf(to, name)) > 0) seeded.add(name)
  for (const name of seeded) await sql`delete from ${sql.table(name)}`.execute(to)
  let rows = 0
  for (const table of await inOrder(sqlite, source)) {
    const { key } = await orderOf(sqlite, table.name)
    if (key.length === 0) throw new StartError(`${table.name} has no key to copy by.`)
    await copyTable(from, to, table, key, progress)
    const [before, after] = [await countOf(from, table.name), await countOf(to, table.name)]
    if (before !== after) throw new StartError(`${table.name} has ${before} rows here and ${after} there. The copy is not used.`)
    rows += after
  }
  await to.transaction().execute(async (trx) => rebuildTextSearch(trx))
  const [ours, theirs] = [await verifyLedger(from), await verifyLedger(to)]
  if (ours.hash !== theirs.hash) throw new StartError('The record is not the same there. The copy is not used.')
  await to.deleteFrom('schema_migrations').where('id', '=', COPY_MARK).execute()
  return { rows, entries: theirs.entries }
}
