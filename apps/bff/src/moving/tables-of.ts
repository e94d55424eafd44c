import { sql } from 'kysely'
import type { Store } from '../store/open-store.ts'
import { kindOf } from '../store/store-kind.ts'

/** What belongs to one place: who is at work there, and what it was migrated by. */
const ofThePlace = new Set(['schema_migrations', 'processes', 'intents_under_way'])

/** Full-text indexes are made anew from their tables, and their parts are no tables of ours. */
const derived = /^(session_index_text|sqlite_)/

export interface TableShape {
  name: string
  columns: string[]
}

/** The tables that are moved, as this store has them. */
export const tablesOf = async (store: Store): Promise<TableShape[]> => {
  const rows =
    kindOf(store) === 'sqlite'
      ? await sql<{ name: string; column: string }>`select m.name as name, c.name as "column" from sqlite_master m
          join pragma_table_info(m.name) c where m.type = 'table'`.execute(store)
      : await sql<{ name: string; column: string }>`select table_name as name, column_name as "column"
          from information_schema.columns where table_schema = current_schema()`.execute(store)
  const shapes = new Map<string, string[]>()
  for (const { name, column } of rows.rows) shapes.set(name, [...(shapes.get(name) ?? []), column])
  return [...shapes]
    .filter(([name]) => !ofThePlace.has(name) && !derived.test(name))
    .map(([name, columns]) => ({ name, columns: columns.toSorted() }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Columns by which rows stand in an order that both stores agree on, and what must be there before: SQLite tells both. */
export const orderOf = async (sqlite: Store, table: string): Promise<{ key: string[]; after: string[] }> => {
  const key = await sql<{ name: string }>`select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(sqlite)
  const after = await sql<{ name: string }>`select "table" as name from pragma_foreign_key_list(${table})`.execute(sqlite)
  return { key: key.rows.map(({ name }) => name), after: after.rows.map(({ name }) => name) }
}
