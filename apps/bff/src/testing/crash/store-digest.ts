import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { tablesOf } from '../../moving/tables-of.ts'
import type { Store } from '../../store/open-store.ts'

/** Everything that a house keeps as one hash, the same in both stores. */
export const digestOf = async (store: Store): Promise<string> => {
  const hash = createHash('sha256')
  for (const { name } of await tablesOf(store)) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(store)
    const lines = rows.map((row) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted()
    hash.update(`${name}\n${lines.join('\n')}\n`)
  }
  return hash.digest('hex')
}

/** The schema of a SQLite database as one text. */
export const schemaOf = async (store: Store): Promise<string> => {
  const { rows } = await sql<{ name: string; sql: string | null }>`select name, sql from sqlite_master order by name`.execute(store)
  return rows.map((row) => `${row.name}: ${row.sql ?? ''}`).join('\n')
}
