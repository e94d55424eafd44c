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

/** Stands among the migrations while a copy is being written, so that older versions refuse a half copy too. */
export const COPY_MARK = 'copy-unfinished'

/** The migrations that this database has had. Refused when it is half a copy, or was written by a newer Verdict. */
export const appliedTo = async (store: Kysely<Database>, copying = false): Promise<Set<string>> => {
  const applied = new Set((await store.selectFrom('schema_migrations').select('id').execute()).map((row) => row.id))
  if (applied.delete(COPY_MARK) && !copying) {
    throw new Error('A copy into this database did not finish. Run `pnpm verdict copy` again: it begins anew.')
  }
  const known = new Set(migrations.map((migration) => migration.id))
  const newer = [...applied].filter((id) => !known.has(id))
  if (newer.length > 0) {
    throw new Error(
      `The database was written by a newer Verdict (it has ${newer.join(', ')}). Run that version, or restore the backup made before the update.`,
    )
  }
  return applied
}

/**
 * Brings the database up to this version of Verdict, each step in a transaction of its own. Several may begin at the
 * same time: a step is claimed by its row before it is done, and whoever finds the row leaves the step alone. `copying`
 * marks the database as half a copy before anything else, until the mark is taken away.
 */
export async function migrate(store: Kysely<Database>, copying = false): Promise<void> {
  await store.transaction().execute(async (trx) => {
    await trx.schema
      .createTable('schema_migrations')
      .ifNotExists()
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('applied_at', 'bigint', (column) => column.notNull())
      .execute()
    if (copying) await trx.insertInto('schema_migrations').values({ id: COPY_MARK, applied_at: Date.now() }).execute()
  })
  const applied = await appliedTo(store, copying)
  for (const migration of migrations.filter(({ id }) => !applied.has(id))) {
    await store.transaction().execute(async (trx) => {
      const mine = await trx
        .insertInto('schema_migrations')
        .values({ id: migration.id, applied_at: Date.now() })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (mine) await migration.up(trx)
    })
  }
}
