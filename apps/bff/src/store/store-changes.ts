import type Sqlite from 'better-sqlite3'

/** Another answer than before says that something was written since, by us or by another process. */
export type StoreChanges = () => string

/** Asked thousands of times a second, beside the store's queries: a write of ours counts from its statement on. */
export function sqliteChanges(sqlite: Sqlite.Database): StoreChanges {
  const ours = sqlite.prepare<[], number>('select total_changes()').pluck()
  const others = sqlite.prepare<[], number>('pragma data_version').pluck()
  return () => `${ours.get() ?? 0} ${others.get() ?? 0}`
}
