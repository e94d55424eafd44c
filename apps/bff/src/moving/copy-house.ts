import { existsSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { StartError } from '../lib/start-error.ts'
import { COPY_MARK } from '../store/migrate.ts'
import { connectStore } from '../store/open-store.ts'
import { isPostgresAddress } from '../store/store-kind.ts'
import { copyStore, type Progress } from './copy-store.ts'
import { foldLog, nameDatabase, removeDatabase } from './one-file.ts'

/** True for nothing at all, and for a copy that an earlier version of Verdict left unfinished under the file's own name. */
const mayBeWritten = (file: string): boolean => {
  if (!existsSync(file)) return true
  const raw = new Sqlite(file, { readonly: true })
  try {
    const tables = raw.prepare<[], string>(`select name from sqlite_master where type = 'table'`).pluck().all()
    if (tables.length === 0) return true
    if (!tables.includes('schema_migrations')) return false
    return raw.prepare(`select 1 from schema_migrations where id = ?`).get(COPY_MARK) !== undefined
  } finally {
    raw.close()
  }
}

const copyBetween = async (from: string, to: string, progress?: Progress) => {
  const [source, target] = [connectStore(from), connectStore(to)]
  try {
    return await copyStore(source, target, progress)
  } finally {
    await source.destroy()
    await target.destroy()
  }
}

/**
 * Copies the house at one address to another. A SQLite file has its name only when it is whole; a database of
 * PostgreSQL carries a mark until then. A copy that was interrupted begins anew.
 */
export const copyHouse = async (from: string, to: string, progress?: Progress): Promise<{ rows: number; entries: number }> => {
  if (!isPostgresAddress(from) && !existsSync(from)) throw new StartError(`There is no database at ${from}.`)
  if (isPostgresAddress(to)) return copyBetween(from, to, progress)
  if (!mayBeWritten(to)) throw new StartError('The target is not empty. Nothing was copied: name a new file.')
  const unfinished = `${to}.unfinished`
  removeDatabase(unfinished)
  const copied = await copyBetween(from, unfinished, progress)
  foldLog(unfinished)
  removeDatabase(to)
  nameDatabase(unfinished, to)
  return copied
}
