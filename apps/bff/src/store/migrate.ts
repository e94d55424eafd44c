import type { Kysely, Transaction } from 'kysely'
import { migrations } from './migrations/all.ts'
import type { Database } from './schema.ts'

export interface MigrationTables {
  schema_migrations: { id: string; applied_at: number }
}

/** One step of the schema. Forward only; never edited once it was released. */
export interface Migration {
  /** Sorts: `010-notes`. */
  id: string
  up(trx: Transaction<Database>): Promise<void>
}

/** Brings the database up to this version of Verdict, each step in a transaction of its own. */
export async function migrate(store: Kysely<Database>): Promise<void> {
  await store.schema
    .createTable('schema_migrations')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('applied_at', 'bigint', (column) => column.notNull())
    .execute()
  const applied = new Set((await store.selectFrom('schema_migrations').select('id').execute()).map((row) => row.id))
  const known = new Set(migrations.map((migration) => migration.id))
  const newer = [...applied].filter((id) => !known.has(id))
  if (newer.length > 0) {
    throw new Error(
      `The database was written by a newer Verdict (it has ${newer.join(', ')}). Run that version, or restore the backup made before the update.`,
    )
  }
  for (const migration of migrations.filter(({ id }) => !applied.has(id))) {
    await store.transaction().execute(async (trx) => {
      await migration.up(trx)
      await trx.insertInto('schema_migrations').values({ id: migration.id, applied_at: Date.now() }).execute()
    })
  }
}
