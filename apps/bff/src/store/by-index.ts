import { sql, type RawBuilder } from 'kysely'
import { kindOf } from './store-kind.ts'

/** For behind a table's name: the index that SQLite has to walk where it would take another. PostgreSQL finds it by itself. */
export const byIndex = (store: Parameters<typeof kindOf>[0], name: string): RawBuilder<unknown> =>
  kindOf(store) === 'sqlite' ? sql`indexed by ${sql.raw(name)}` : sql``
